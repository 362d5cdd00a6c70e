// Own data of attention: by when answers were promised for somebody, and to them, and the paces learned from them.
import { sql } from 'kysely'
import {
  type AfterOwn,
  inPages,
  jsonList,
  jsonOne,
  type OwnEntry,
  type OwnQuestion,
} from '#platform/own-data'

type Row = { id: string; at: Temporal.Instant }

const readPromises =
  ({ db, personId }: OwnQuestion) =>
  async ({ at, id, limit }: AfterOwn) => {
    const found = await sql<Row>`
      select k.said_id as id, k.promised_at as at, asked.ref ->> 'name' as asked, asker.ref ->> 'name' as asker,
        k.asked_at as "askedAt", k.day::text as day
      from brief.promise k
      join people.person_card asked on asked.id = k.person_id
      join people.person_card asker on asker.id = k.asker_id
      where ${personId} in (k.person_id, k.asker_id)
        and (k.promised_at, k.said_id) > (${at}::timestamptz, ${id}::uuid)
      order by k.promised_at, k.said_id limit ${limit}`.execute(db)
    return found.rows
  }

async function readPaces({ db, personId }: OwnQuestion): Promise<unknown> {
  const found = await sql`
    select language, words_per_minute as "wordsPerMinute", reading_count as "readingCount", learned_at as "learnedAt"
    from brief.pace where person_id = ${personId} order by language`.execute(db)
  return found.rows
}

export async function* attentionEntries(asked: OwnQuestion): AsyncIterable<OwnEntry> {
  yield jsonList('promised-answers.json', inPages(readPromises(asked)))
  yield jsonOne('reading-paces.json', await readPaces(asked))
}
