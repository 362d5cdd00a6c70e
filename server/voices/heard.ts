// Rules of who was heard: shares by distance against the make-up of the network, and the sentence first. Pure.
import type { HeardBand } from '#contract/voices'
import type { MakeUp } from '#rooms/people'

type Band = HeardBand['band']
const BANDS: readonly Band[] = ['your-reports', 'two-steps', 'three-or-more', 'elsewhere']

/** The band of a distance in the reporting tree; undefined when there is no way between the two. One's own manager
 * counts with the reports: both are one step away. */
export function bandOf(distance: number | undefined): Band {
  if (distance === undefined) return 'elsewhere'
  if (distance <= 1) return 'your-reports'
  return distance === 2 ? 'two-steps' : 'three-or-more'
}

/**
 * Shares of a reading by band beside the network's own.
 * @param readings for each band, how many posts and replies were read
 * @param makeUp the network around the reader
 * @returns all four bands, nearest first; shares are 0 to 1 and 0 where there is nothing to share
 */
export function bandsOf(readings: ReadonlyMap<Band, number>, makeUp: MakeUp): HeardBand[] {
  const readTotal = BANDS.reduce((sum, band) => sum + (readings.get(band) ?? 0), 0)
  const people: Record<Band, number> = {
    'your-reports': makeUp.reports,
    'two-steps': makeUp.twoSteps,
    'three-or-more': Math.max(0, makeUp.inTree - makeUp.reports - makeUp.twoSteps),
    elsewhere: Math.max(0, makeUp.total - makeUp.inTree),
  }
  return BANDS.map((band) => ({
    band,
    readCount: readings.get(band) ?? 0,
    readShare: readTotal === 0 ? 0 : (readings.get(band) ?? 0) / readTotal,
    networkShare: makeUp.total === 0 ? 0 : people[band] / makeUp.total,
  }))
}

/** The conclusion in words. Below ten readings a share says more about chance than about anybody's filter. */
export function sentenceOf(
  bands: readonly HeardBand[],
  { voiceTotal, days }: { voiceTotal: number; days: number },
): string {
  const readTotal = bands.reduce((sum, band) => sum + band.readCount, 0)
  if (readTotal === 0) return `You have not read anything here in the last ${days} days.`
  const voices = voiceTotal === 1 ? 'one voice' : `${voiceTotal} voices`
  if (readTotal < READINGS_MIN)
    return `You heard ${voices} in the last ${days} days; too few yet to see a pattern.`
  const far = bands.find((band) => band.band === 'three-or-more')
  if (far === undefined || far.networkShare === 0) return `You heard ${voices} in the last ${days} days.`
  const heard = percent(far.readShare)
  return `You heard ${voices} in ${days} days. ${heard} of what you read came from three or more steps away, where ${percent(far.networkShare)} of the network is.`
}

const READINGS_MIN = 10

function percent(share: number): string {
  return `${Math.round(share * 100)} %`
}
