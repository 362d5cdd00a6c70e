// Own data of similar questions: which answers served somebody, and which questions they opened while they were asking.
import { sql } from 'kysely'
import { type AfterOwn, inPages, jsonList, type OwnData, type OwnQuestion } from '#platform/own-data'

type Row = { id: string; at: Temporal.Instant; kind: string; threadId: string }

const readPage =
  ({ db, personId }: OwnQuestion) =>
  async ({ at, id, limit }: AfterOwn) => {
    const found = await sql<Row>`
      select r.id, r.at, r.kind, r.post_id as "threadId"
      from answers.reuse r where r.person_id = ${personId} and (r.at, r.id) > (${at}::timestamptz, ${id}::uuid)
      order by r.at, r.id limit ${limit}`.execute(db)
    return found.rows
  }

export const reuseOwnData: OwnData = {
  entries: async function* (asked) {
    yield jsonList('answers-that-served.json', inPages(readPage(asked)))
  },
  // That an answer served somebody once more is also its author's; what was merely opened is nobody else's.
  forget: async ({ db, personId }) => {
    await sql`delete from answers.reuse where person_id = ${personId} and kind = 'opened'`.execute(db)
  },
}
