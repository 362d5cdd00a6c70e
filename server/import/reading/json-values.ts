// Looks at parsed JSON of unknown shape: each function gives what it names, or nothing when the value is another.

export type JsonRecord = Record<string, unknown>

export function asRecord(value: unknown): JsonRecord {
  return isRecord(value) ? value : {}
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

export function asList(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}

/** A text that any database can hold: whole characters, and no control characters besides tab and line end. */
export function asText(value: unknown): string {
  if (typeof value !== 'string') return ''
  return value
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])[\p{Cc}\uFDD0-\uFDEF]/gu, '')
}

/** The same on one line, cut to a number of characters. */
export function asLine(value: unknown, charactersMax: number): string {
  const line = asText(value).replace(/\s+/g, ' ').trim()
  return line.length <= charactersMax ? line : line.slice(0, charactersMax).toWellFormed()
}

/** An identity as archives give them, such as U061A1R2R; undefined for anything that is none. */
export function asId(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value) ? value : undefined
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
