// Gives what was written before words were told apart by language its language and its topics, a few at a time, so that
// nothing is locked for long. It goes on where it was interrupted.
import { sql } from 'kysely'
import type { SaidId } from '#contract/ref'
import type { Db } from '#platform/db'
import { findableOfMany, noteFindable } from './findable-words.ts'
import type { Table } from './search-filters.ts'

type Effort = { batch: number; batches: number }

const BATCHES: Effort = { batch: 500, batches: 200 }

/** @returns whether anything is left to do */
export async function fillLanguages(db: Db, { batch, batches }: Effort = BATCHES): Promise<'done' | 'more'> {
  for (let number = 0; number < batches; number += 1) {
    const waiting = await sql<{ name: string }>`
      select name from spaces.search_progress where name in ('fill-post', 'fill-reply') order by name limit 1`.execute(
      db,
    )
    const name = waiting.rows[0]?.name
    if (name === undefined) return 'done'
    const isOurTurn = await db
      .transaction()
      .execute((tx) => fillBatch(tx, name === 'fill-post' ? 'post' : 'reply', batch))
    if (!isOurTurn) return 'more'
  }
  return 'more'
}

type Row = {
  id: SaidId
  title: string | null
  body: string
  isFilled: boolean
}

/**
 * One batch and how far it came, kept together or not at all.
 * @returns false while another process is at it
 */
async function fillBatch(db: Db, table: Table, batch: number): Promise<boolean> {
  const progress = `fill-${table}`
  const place = await sql<{ after: string }>`
    select after_id as after from spaces.search_progress where name = ${progress} for update skip locked`.execute(
    db,
  )
  const after = place.rows[0]?.after
  if (after === undefined) return false
  const found = await sql<Row>`
    select w.id, ${table === 'post' ? sql`w.title` : sql`null`} as title, w.body, w.language is not null as "isFilled"
    from ${sql.raw(`spaces.${table}`)} w where w.id > ${after} order by w.id limit ${batch}`.execute(db)
  const last = found.rows.at(-1)
  if (last === undefined) {
    await sql`delete from spaces.search_progress where name = ${progress}`.execute(db)
    return true
  }
  await fillRows(
    db,
    table,
    found.rows.filter(({ isFilled }) => !isFilled),
  )
  await sql`update spaces.search_progress set after_id = ${last.id} where name = ${progress}`.execute(db)
  return true
}

async function fillRows(db: Db, table: Table, rows: readonly Row[]): Promise<void> {
  const found = await findableOfMany(rows.map((row) => ({ ...row, title: row.title ?? undefined })))
  const filled = found.map(({ id, findable }) => ({ id, findable }))
  // Somebody may change the same words in between: theirs have a language then, and stay.
  await sql`
    update ${sql.raw(`spaces.${table}`)} w
    set language = (f.findable).language,
      found_by = spaces.vector_of(
        (f.findable).config::regconfig, (f.findable).title, (f.findable).words, (f.findable).marks, w.created_at)
    from jsonb_to_recordset(${JSON.stringify(filled)}::jsonb) as f (id uuid, findable spaces.findable)
    where w.id = f.id and w.language is null`.execute(db)
  await noteFindable(db, found)
}
