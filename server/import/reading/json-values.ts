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

const ADDRESS = /^[^\s@<>()[\]"',;:\\]+@[^\s@<>()[\]"',;:\\]+$/
const ADDRESS_CHARACTERS_MAX = 254

/** An address in lower case, as a list of one; an empty list for anything that is none. */
export function asAddresses(value: unknown): string[] {
  const address = asText(value).trim().toLowerCase()
  return ADDRESS.test(address) && address.length <= ADDRESS_CHARACTERS_MAX ? [address] : []
}

/** An identity as archives give them, such as U061A1R2R; undefined for anything that is none. */
export function asId(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z0-9_-]{1,64}$/.test(value) ? value : undefined
}
