// What somebody really read, whom they heard by day, and whether they may be brought up: what they alone see.
import { sql } from 'kysely'
import { type AfterOwn, inPages, jsonList, jsonOne, type OwnData, type OwnQuestion } from '#platform/own-data'
import { maySurface } from './surfacing.ts'

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

type DayRow = { id: string; at: Temporal.Instant; day: string; readByLanguage: Record<string, number> }

/** A day begins at midnight in UTC; `id` is the person who was heard. */
const dayPage =
  ({ db, personId }: OwnQuestion) =>
  async ({ at, id, limit }: AfterOwn) => {
    const found = await sql<DayRow>`
      select d.author_id as id, d.day::timestamp at time zone 'UTC' as at, d.day::text as day,
        json_object_agg(d.language, d.read_count) as "readByLanguage"
      from voices.day d
      where d.person_id = ${personId}
        and (d.day::timestamp at time zone 'UTC', d.author_id) > (${at}::timestamptz, ${id}::uuid)
      group by d.day, d.author_id order by d.day, d.author_id limit ${limit}`.execute(db)
    return found.rows
  }

export const voicesOwnData: OwnData = {
  entries: async function* (asked) {
    yield jsonList('readings.json', inPages(readPage(asked)))
    yield jsonList('heard-by-day.json', inPages(dayPage(asked)))
    yield jsonOne('surfacing.json', { maySurface: await maySurface(asked.db, asked.personId) })
  },
  forget: async ({ db, personId }) => {
    await sql`delete from voices.reading where person_id = ${personId}`.execute(db)
    await sql`delete from voices.day where person_id = ${personId}`.execute(db)
    await sql`delete from voices.unsurfaced where person_id = ${personId}`.execute(db)
  },
}
