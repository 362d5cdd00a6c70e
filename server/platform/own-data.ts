// What a room holds of one person: what of it goes into an export of their own data, and what goes for good once they
// have left. Each room offers its part, app.ts hands all of them over, and no room imports another for it.
import type { FileId, PersonId } from '#contract/ref'
import type { Db } from './db.ts'

/** One entry of an export: text as it comes, or the bytes of a file. Paths part folders by slashes. */
export type OwnEntry =
  | { path: string; text: AsyncIterable<string> }
  | { path: string; file: { id: FileId; bytes: number } }

export type OwnQuestion = { db: Db; personId: PersonId }

export type OwnData = {
  /** All that the person wrote and kept here. It is read page by page, as it is taken. */
  entries: (asked: OwnQuestion) => AsyncIterable<OwnEntry>
  /** Removes what was for them alone; what they said to others stays. It is safe to run twice. */
  forget: (asked: OwnQuestion) => Promise<void>
}

/** So many rows are held at once, whatever there is. */
export const OWN_ROWS_MAX = 500

type Placed = { at: Temporal.Instant; id: string }
/** After which row a page begins; the first begins before all. */
export type AfterOwn = { at: string; id: string; limit: number }

/** Rows in the order of `(at, id)`, a page at a time. */
export async function* inPages<Row extends Placed>(
  read: (after: AfterOwn) => Promise<readonly Row[]>,
): AsyncIterable<Row> {
  let after = { at: '-infinity', id: '00000000-0000-0000-0000-000000000000', limit: OWN_ROWS_MAX }
  for (;;) {
    const page = await read(after)
    yield* page
    const last = page.at(-1)
    if (last === undefined || page.length < OWN_ROWS_MAX) return
    after = { ...after, at: last.at.toString(), id: last.id }
  }
}

/** An entry that holds rows as JSON: a list with one row on each line. */
export function jsonList(path: string, rows: AsyncIterable<unknown> | Iterable<unknown>): OwnEntry {
  return { path, text: listed(rows) }
}

async function* listed(rows: AsyncIterable<unknown> | Iterable<unknown>): AsyncIterable<string> {
  yield '['
  let parting = '\n'
  for await (const row of rows) {
    yield `${parting}${JSON.stringify(row)}`
    parting = ',\n'
  }
  yield '\n]\n'
}

/** An entry that is one thing as JSON. */
export function jsonOne(path: string, thing: unknown): OwnEntry {
  return { path, text: once(`${JSON.stringify(thing, null, 2)}\n`) }
}

async function* once(text: string): AsyncIterable<string> {
  yield text
}
