// What somebody really read: the ledger that they alone see.
import { sql } from 'kysely'
import { type AfterOwn, inPages, jsonList, type OwnData, type OwnQuestion } from '#platform/own-data'

type Row = { id: string; at: Temporal.Instant; seconds: number; firstAt: Temporal.Instant }

const readPage =
  ({ db, personId }: OwnQuestion) =>
  async ({ at, id, limit }: AfterOwn) => {
    const found = await sql<Row>`
      select said_id as id, last_at as at, first_at as "firstAt", seconds
      from voices.reading where person_id = ${personId} and (last_at, said_id) > (${at}::timestamptz, ${id}::uuid)
      order by last_at, said_id limit ${limit}`.execute(db)
    return found.rows
  }

export const voicesOwnData: OwnData = {
  entries: async function* (asked) {
    yield jsonList('readings.json', inPages(readPage(asked)))
  },
  forget: async ({ db, personId }) => {
    await sql`delete from voices.reading where person_id = ${personId}`.execute(db)
  },
}
