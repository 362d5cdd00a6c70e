// Cursors: where the next page of a list starts, as an opaque word.
import { refusal } from './refusal.ts'

/** Packs the sort values of the last item shown. */
export function cursorOf(parts: readonly string[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url')
}

/**
 * Unpacks a cursor that holds exactly `count` texts.
 * @throws Refusal `wrong-cursor` when it is not one of ours
 */
export function readCursor(cursor: string, count: number): string[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
    if (Array.isArray(parts) && parts.length === count && parts.every((part) => typeof part === 'string'))
      return parts
  } catch {
    // Falls through to the one refusal: whatever was wrong with it, the way on is the same.
  }
  throw refusal(
    'invalid',
    'wrong-cursor',
    'This page of the list does not exist. Start again from its beginning.',
  )
}

/** A cursor of an instant and an id, the order of most lists. */
export function readTimeCursor(cursor: string): { at: string; id: string } {
  const [at = '', id = ''] = readCursor(cursor, 2)
  if (!/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(at) || !/^[\da-f-]{36}$/.test(id)) {
    throw refusal(
      'invalid',
      'wrong-cursor',
      'This page of the list does not exist. Start again from its beginning.',
    )
  }
  return { at, id }
}
