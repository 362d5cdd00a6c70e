// Slack's times. A `ts` holds seconds and microseconds as a text, and is a message's identity within its channel.
import { asText } from '../reading/json-values.ts'

/** Up to the year 2255, so that a time in microseconds is a whole number that a float holds. */
const TS_SECONDS_MAX = 9_007_199_253

/** A `ts` as Slack writes it, with six digits behind the point; undefined for anything that is none. */
export function asTs(given: string): string | undefined {
  const [, seconds, micros = ''] = /^(\d{1,10})(?:\.(\d{1,6}))?$/.exec(given) ?? []
  if (seconds === undefined || Number(seconds) > TS_SECONDS_MAX) return undefined
  return `${Number(seconds)}.${micros.padEnd(6, '0')}`
}

/** Microseconds since 1970. */
export function microsOf(ts: string): number {
  const point = ts.indexOf('.')
  return Number(ts.slice(0, point)) * 1e6 + Number(ts.slice(point + 1))
}

export function tsOf(micros: number): string {
  return `${Math.floor(micros / 1e6)}.${String(micros % 1e6).padStart(6, '0')}`
}

/** A moment given in seconds, as a number or as digits; undefined for anything else. */
export function asSeconds(value: unknown): Temporal.Instant | undefined {
  const seconds = typeof value === 'number' ? value : Number(asText(value) || Number.NaN)
  if (!Number.isFinite(seconds) || seconds <= 0 || seconds > SECONDS_MAX) return undefined
  return Temporal.Instant.fromEpochMilliseconds(Math.round(seconds * 1000))
}

/** Up to the end of the year 9999, which is as far as dates are written with four digits. */
const SECONDS_MAX = 253_402_300_799

/** The moment of a Slack `ts`, exact to the microsecond; undefined when it is none. */
export function momentOf(ts: string): Temporal.Instant | undefined {
  const [, seconds, micros = ''] = /^(\d{1,12})(?:\.(\d{1,6}))?$/.exec(ts) ?? []
  if (seconds === undefined || Number(seconds) > SECONDS_MAX) return undefined
  const nanoseconds = BigInt(seconds) * 1_000_000_000n + BigInt(micros.padEnd(6, '0')) * 1000n
  return Temporal.Instant.fromEpochNanoseconds(nanoseconds)
}
