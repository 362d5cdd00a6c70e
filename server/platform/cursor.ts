// Cursors: where the next page of a list starts, as an opaque word.
import { type Refusal, refusal } from './refusal.ts'

/** Packs the sort values of the last item shown. */
export function cursorOf(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/**
 * Unpacks a cursor that holds exactly `count` texts.
 * @throws Refusal `wrong-cursor` when it is not one of ours
 */
export function readCursor(cursor: string, count: number): string[] {
  const parts = unpacked(cursor)
  if (Array.isArray(parts) && parts.length === count && parts.every(isStorable)) return parts
  throw wrongCursor()
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/** A cursor of an instant and an id, the order of most lists. */
export function readTimeCursor(cursor: string): { at: string; id: string } {
  const [at = '', id = ''] = readCursor(cursor, 2)
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) || !isInstant(at)) throw wrongCursor()
  return { at, id: requireId(id) }
}

/**
 * A part of a cursor that is an id.
 * @throws Refusal `wrong-cursor` when it is none
 */
export function requireId(part: string): string {
  if (!UUID.test(part)) throw wrongCursor()
  return part
}

function unpacked(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    return undefined
  }
}

/** No text in the database holds U+0000, and none can be compared with it there. */
function isStorable(part: unknown): part is string {
  return typeof part === 'string' && !part.includes('\0')
}

/** There is no 30th of February, and the database would stumble over it. */
function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text)
    return true
  } catch {
    return false
  }
}

/** The refusal for a page that never was. */
export function wrongCursor(): Refusal {
  return refusal(
    'invalid',
    'wrong-cursor',
    'This page of the list does not exist. Start again from its beginning.',
  )
}
