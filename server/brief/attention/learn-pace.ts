// How fast somebody reads, from what they really read. Pure.
import { READING_PACE } from '../reading-time.ts'

export type TimedReading = {
  words: number
  seconds: number
  /** Of what was read; undefined where nobody can tell. */
  language: string | undefined
}

export type Pace = { wordsPerMinute: number; readingCount: number }

/** Fewer readings than this tell more of the texts than of their reader. */
export const READINGS_MIN = 20
/** Below this, finding one's bearings takes longer than reading. */
const WORDS_MIN = 30
/** Slower was left open, faster was passed over: nobody reads so. Wider than the bounds of a pace, so that they hold. */
const PLAUSIBLE = { min: 60, max: 700 }

/**
 * The median of the plausible readings in words a minute, held within the bounds of a pace. A median, as up to half of
 * the readings may have been interrupted without moving it far.
 * @returns undefined for fewer than twenty plausible readings
 */
export function learnPace(readings: readonly TimedReading[]): Pace | undefined {
  const paces = readings
    .filter(({ words, seconds }) => words >= WORDS_MIN && seconds > 0)
    .map(({ words, seconds }) => (words * 60) / seconds)
    .filter((pace) => pace >= PLAUSIBLE.min && pace <= PLAUSIBLE.max)
    .toSorted((one, other) => one - other)
  if (paces.length < READINGS_MIN) return undefined
  const median = Math.round(((paces[(paces.length - 1) >> 1] ?? 0) + (paces[paces.length >> 1] ?? 0)) / 2)
  const wordsPerMinute = Math.min(READING_PACE.max, Math.max(READING_PACE.min, median))
  return { wordsPerMinute, readingCount: paces.length }
}

/** The empty language: all readings together, which holds wherever a language has no pace of its own. */
export const ALL_LANGUAGES = ''

/** A pace for all readings together, and one for each language of which enough was read. */
export function learnPaces(readings: readonly TimedReading[]): Map<string, Pace> {
  const byLanguage = Map.groupBy(readings, ({ language }) => language ?? ALL_LANGUAGES)
  byLanguage.set(ALL_LANGUAGES, [...readings])
  return new Map(
    [...byLanguage].flatMap(([language, some]) => {
      const pace = learnPace(some)
      return pace === undefined ? [] : [[language, pace] as const]
    }),
  )
}
