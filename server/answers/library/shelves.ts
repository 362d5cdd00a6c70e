// The shelves of the library: what stands on each, in which order, and where a page of it begins.
import { type RawBuilder, sql } from 'kysely'
import type { Shelf } from '#contract/library'
import { cursorOf, readCursor, requireId, wrongCursor } from '#platform/cursor'

/** A stretch of a shelf that one index gives in its order; `s` is a row of `answers.shelved`. */
type Stretch = { which: RawBuilder<boolean>; key: RawBuilder<unknown>; type: RawBuilder<unknown> }

const isAnswered = sql<boolean>`s.is_listed and s.answer_id is not null`
const isReused = sql<boolean>`s.is_listed and s.answer_id is not null and s.reuse_count > 0`

/** What was answered stands above what is out of date, on every shelf that has both. */
function freshFirst(today: string, { which, key, type }: Stretch): Stretch[] {
  const isOver = sql`s.review_on < ${today}::date`
  return [
    { which: sql`${which} and (${isOver}) is not true`, key, type },
    { which: sql`${which} and ${isOver}`, key, type },
  ]
}

/** @param today the day for whoever looks: an answer is out of date from the day after its review */
export function stretchesOf(shelf: Shelf, today: string): Stretch[] {
  switch (shelf) {
    case 'most-reused':
      return freshFirst(today, { which: isReused, key: sql`s.reuse_count`, type: sql`int` })
    case 'latest':
      return freshFirst(today, { which: isAnswered, key: sql`s.answered_at`, type: sql`timestamptz` })
    case 'stale':
      return [
        {
          which: sql`${isAnswered} and s.review_on < ${today}::date`,
          key: sql`s.review_on`,
          type: sql`date`,
        },
      ]
    case 'unanswered':
      return [
        {
          which: sql`s.is_listed and s.answer_id is null`,
          key: sql`s.waiting_count`,
          type: sql`int`,
        },
      ]
  }
}

/** Where a page begins: after a row of a stretch. */
export type Edge = { stretch: number; after: { key: string; id: string } | undefined }

const KEYS: Record<Shelf, RegExp> = {
  'most-reused': /^\d{1,9}$/,
  latest: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/,
  stale: /^\d{4}-\d\d-\d\d$/,
  unanswered: /^\d{1,9}$/,
}

/** @throws Refusal `wrong-cursor` where the cursor is of another shelf or of none */
export function readEdge(shelf: Shelf, cursor: string | undefined): Edge {
  if (cursor === undefined) return { stretch: 0, after: undefined }
  const [stretch = '', key = '', id = ''] = readCursor(cursor, 3)
  if (!/^[01]$/.test(stretch) || !KEYS[shelf].test(key) || !isTime(shelf, key)) throw wrongCursor()
  return { stretch: Number(stretch), after: { key, id: requireId(id) } }
}

/** There is no 30th of February, and the database would stumble over it. */
function isTime(shelf: Shelf, key: string): boolean {
  try {
    if (shelf === 'latest') Temporal.Instant.from(key)
    if (shelf === 'stale') Temporal.PlainDate.from(key)
    return true
  } catch {
    return false
  }
}

export function edgeCursor(stretch: number, { key, postId }: { key: string; postId: string }): string {
  return cursorOf([String(stretch), key, postId])
}
