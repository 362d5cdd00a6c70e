// Own data of routing: which questions were put to somebody, and which they put to others.
import { sql } from 'kysely'
import { type AfterOwn, inPages, jsonList, type OwnData, type OwnQuestion } from '#platform/own-data'

type Row = {
  id: string
  at: Temporal.Instant
  reason: string
  declinedAt: Temporal.Instant | null
  why: string | null
}

const putToThem =
  ({ db, personId }: OwnQuestion) =>
  async ({ at, id, limit }: AfterOwn) => {
    const found = await sql<Row>`
      select r.post_id as id, r.at, r.reason, r.declined_at as "declinedAt", r.why
      from answers.routing r
      where r.person_id = ${personId} and (r.at, r.post_id) > (${at}::timestamptz, ${id}::uuid)
      order by r.at, r.post_id limit ${limit}`.execute(db)
    return found.rows
  }

/** To whom they put a question is told by the question alone: whom it went to is the other's. */
const putByThem =
  ({ db, personId }: OwnQuestion) =>
  async ({ at, id, limit }: AfterOwn) => {
    const found = await sql<{ id: string; at: Temporal.Instant }>`
      select r.post_id as id, r.at from (
        select distinct on (post_id) post_id, at from answers.routing
        where by_id = ${personId} and passed_by is null
        order by post_id, at
      ) r
      where (r.at, r.post_id) > (${at}::timestamptz, ${id}::uuid)
      order by r.at, r.post_id limit ${limit}`.execute(db)
    return found.rows
  }

export const routingOwnData: OwnData = {
  entries: async function* (asked) {
    yield jsonList('questions-put-to-you.json', inPages(putToThem(asked)))
    yield jsonList('questions-you-put-to-others.json', inPages(putByThem(asked)))
  },
  // Whom they had put a question to still has it; what waited for them waits for nobody.
  forget: async ({ db, personId }) => {
    await sql`delete from answers.routing where person_id = ${personId}`.execute(db)
  },
}
