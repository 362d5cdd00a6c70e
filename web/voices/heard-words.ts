// What the figures of who one heard are called.
import { LANGUAGE } from '#browser/language'
import { say } from '#browser/say'
import type { HeardBand, HeardBy, HeardCell, HeardPeriod } from '#contract/voices'

export const DIMENSIONS: Record<HeardBy, string> = {
  distance: say('Distance'),
  unit: say('Units'),
  site: say('Sites'),
  level: say('Levels'),
  language: say('Languages'),
}

export const PERIODS: Record<HeardPeriod, string> = {
  month: say('28 days'),
  quarter: say('A quarter'),
  year: say('A year'),
}

export const BANDS: Record<HeardBand, string> = {
  mirrors: say('Mirrors the network'),
  tilted: say('Tilted'),
  filtered: say('Filtered'),
}

const percents = new Intl.NumberFormat(LANGUAGE, { style: 'percent', maximumFractionDigits: 0 })
const hundredths = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 2 })
const tenths = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 1 })

/** A share of 0 to 1; what is less than half a percent of something is more than nothing. */
export function percent(share: number): string {
  return share > 0 && share < 0.005
    ? say('under {share}', { share: percents.format(0.01) })
    : percents.format(share)
}

export function hundredth(figure: number): string {
  return hundredths.format(figure)
}

export function tenth(figure: number): string {
  return tenths.format(figure)
}

/** A cell as it is read aloud. */
export function spokenCell({ name, readShare, networkShare }: HeardCell): string {
  return say('{name}: {read} of what you read, {network} of the network.', {
    name,
    read: percent(readShare),
    network: percent(networkShare),
  })
}
