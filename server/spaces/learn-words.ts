// Takes the words of what was said since the last time into the vocabulary that typos are mended by.
import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { findableText } from './findable-text.ts'
import { learnForms } from './findable-words.ts'
import type { Table } from './search-filters.ts'

const BATCH = 1000
const BATCHES_MAX = 50
const EARLIEST = '00000000-0000-0000-0000-000000000000'

/** Learns from posts and replies after those it learned from last; a run that is cut short goes on the next time. */
export async function learnNewWords(db: Db): Promise<void> {
  for (const table of ['post', 'reply'] as const) {
    for (let number = 0; number < BATCHES_MAX; number += 1) {
      const learned = await db.transaction().execute((tx) => learnBatch(tx, table))
      if (learned < BATCH) break
    }
  }
}

async function learnBatch(db: Db, table: Table): Promise<number> {
  const name = `learn-${table}`
  await sql`
    insert into spaces.search_progress (name, after_id) values (${name}, ${EARLIEST}) on conflict do nothing`.execute(
    db,
  )
  const place = await sql<{ after: string }>`
    select after_id as after from spaces.search_progress where name = ${name} for update`.execute(db)
  const found = await sql<{ id: string; words: string }>`
    select w.id, ${table === 'post' ? sql`coalesce(w.title, '') || ' ' || w.body` : sql`w.body`} as words
    from ${sql.raw(`spaces.${table}`)} w where w.id > ${place.rows[0]?.after ?? EARLIEST}
    order by w.id limit ${BATCH}`.execute(db)
  const last = found.rows.at(-1)
  if (last === undefined) return 0
  await learnForms(
    db,
    found.rows.map(({ words }) => findableText(words)),
  )
  await sql`update spaces.search_progress set after_id = ${last.id} where name = ${name}`.execute(db)
  return found.rows.length
}
