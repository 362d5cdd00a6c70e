// Own data of office hours: what somebody asked in them and voted for, and those they offered or were the host of.
import { sql } from 'kysely'
import { type AfterOwn, inPages, jsonList, type OwnData, type OwnQuestion } from '#platform/own-data'

type Row = { id: string; at: Temporal.Instant }

const readOffered =
  ({ db, personId }: OwnQuestion) =>
  async ({ at, id, limit }: AfterOwn) => {
    const found = await sql<Row>`
      select h.id, h.begins_at as at, h.theme, host.ref ->> 'name' as host, offering.ref ->> 'name' as "offeredBy",
        h.ends_at as "endsAt", h.cancelled_at as "cancelledAt"
      from answers.hours h
      join people.person_card host on host.id = h.host_id
      join people.person_card offering on offering.id = h.offered_by
      where ${personId} in (h.host_id, h.offered_by) and (h.begins_at, h.id) > (${at}::timestamptz, ${id}::uuid)
      order by h.begins_at, h.id limit ${limit}`.execute(db)
    return found.rows
  }

const readAsked =
  ({ db, personId }: OwnQuestion) =>
  async ({ at, id, limit }: AfterOwn) => {
    const found = await sql<Row>`
      select q.post_id as id, q.asked_at as at, h.theme, q.set_aside_at as "setAsideAt",
        q.set_aside_reason as "setAsideReason"
      from answers.hours_question q join answers.hours h on h.id = q.hours_id
      where q.asker_id = ${personId} and (q.asked_at, q.post_id) > (${at}::timestamptz, ${id}::uuid)
      order by q.asked_at, q.post_id limit ${limit}`.execute(db)
    return found.rows
  }

const readVotes =
  ({ db, personId }: OwnQuestion) =>
  async ({ at, id, limit }: AfterOwn) => {
    const found = await sql<Row>`
      select v.post_id as id, v.at, h.theme
      from answers.hours_vote v
      join answers.hours_question q on q.post_id = v.post_id
      join answers.hours h on h.id = q.hours_id
      where v.person_id = ${personId} and (v.at, v.post_id) > (${at}::timestamptz, ${id}::uuid)
      order by v.at, v.post_id limit ${limit}`.execute(db)
    return found.rows
  }

export const hoursOwnData: OwnData = {
  entries: async function* (asked) {
    yield jsonList('office-hours.json', inPages(readOffered(asked)))
    yield jsonList('office-hours-questions.json', inPages(readAsked(asked)))
    yield jsonList('office-hours-votes.json', inPages(readVotes(asked)))
  },
  // A vote is for the voter alone. What was asked was said to others, and stays.
  forget: async ({ db, personId }) => {
    await sql`delete from answers.hours_vote where person_id = ${personId}`.execute(db)
  },
}
