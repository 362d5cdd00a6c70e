// Counts, sizes and spans of time as this room shows them.
import { LANGUAGE } from '#browser/language'
import { say } from '#browser/say'

const NUMBERS = new Intl.NumberFormat(LANGUAGE)
const TENTHS = new Intl.NumberFormat(LANGUAGE, { maximumFractionDigits: 1 })

export function numbered(count: number): string {
  return NUMBERS.format(count)
}

export function messagesOf(count: number): string {
  return say('{count, plural, one {# message} other {# messages}}', { count })
}

export function peopleOf(count: number): string {
  return say('{count, plural, one {# person} other {# people}}', { count })
}

export function spacesOf(count: number): string {
  return say('{count, plural, one {# space} other {# spaces}}', { count })
}

export function filesOf(count: number): string {
  return say('{count, plural, one {# file} other {# files}}', { count })
}

export function reactionsOf(count: number): string {
  return say('{count, plural, one {# reaction} other {# reactions}}', { count })
}

/** How fast something goes on. */
export function aSecond(rate: number): string {
  return say('{count} a second', { count: numbered(Math.round(rate)) })
}

export function sizeOf(bytes: number): string {
  if (bytes < 1e6) return `${numbered(Math.max(1, Math.round(bytes / 1e3)))} kB`
  return bytes < 1e9 ? `${TENTHS.format(bytes / 1e6)} MB` : `${TENTHS.format(bytes / 1e9)} GB`
}

/** About how long something still takes. */
export function timeLeft(seconds: number): string {
  if (seconds < 50) return say('less than a minute left')
  if (seconds < 5400) {
    const minutes = Math.round(seconds / 60)
    return say('about {minutes, plural, one {# minute} other {# minutes}} left', { minutes })
  }
  return say('about {hours, plural, one {# hour} other {# hours}} left', {
    hours: Math.round(seconds / 3600),
  })
}

export type Sample = { atMs: number; count: number }

const WINDOW_MS = 20_000

/** Adds a sample to those of the last seconds; one that counts less begins anew. */
export function withSample(samples: readonly Sample[], sample: Sample): readonly Sample[] {
  const last = samples.at(-1)
  if (last !== undefined && (sample.count < last.count || sample.atMs < last.atMs)) return [sample]
  if (last !== undefined && sample.atMs === last.atMs) return samples
  return [...samples.filter(({ atMs }) => atMs > sample.atMs - WINDOW_MS), sample]
}

/** How many a second over the samples; undefined while that cannot be told. */
export function rateOf(samples: readonly Sample[]): number | undefined {
  const [first, last] = [samples[0], samples.at(-1)]
  if (first === undefined || last === undefined || last.atMs - first.atMs < 1000) return undefined
  return ((last.count - first.count) * 1000) / (last.atMs - first.atMs)
}
