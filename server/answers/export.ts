// What somebody asked confidentially and wanted to know, what they accepted and what they answer for: for their copy of it, and for when they
// have left.
import { sql } from 'kysely'
import { COLLEAGUE_ID } from '#contract/colleague'
import { type AfterOwn, inPages, jsonList, type OwnData, type OwnQuestion } from '#platform/own-data'
import { draftsOwnData } from './drafts/export.ts'
import { hoursOwnData } from './hours/export.ts'
import { ledgerOwnData } from './ledger/export.ts'
import { routingOwnData } from './routing/export.ts'
import { reuseOwnData } from './similar/export.ts'

type Row = { id: string; at: Temporal.Instant }

const waitingPage =
  ({ db, personId }: OwnQuestion) =>
  async ({ at, id, limit }: AfterOwn) => {
    const found = await sql<Row>`
      select w.post_id as id, w.at from answers.waiting w
      where w.person_id = ${personId} and (w.at, w.post_id) > (${at}::timestamptz, ${id}::uuid)
      order by w.at, w.post_id limit ${limit}`.execute(db)
    return found.rows
  }

/** What somebody accepted or answers for, in the order in which it was accepted. */
const answeredPage =
  ({ db, personId }: OwnQuestion) =>
  async ({ at, id, limit }: AfterOwn) => {
    const found = await sql<Row>`
      select q.post_id as id, q.accepted_at as at, q.answer_id as "answerId", q.review_on::text as "reviewOn",
        q.accepted_by = ${personId} as "youAccepted", q.owner_id is not distinct from ${personId} as "youAnswerForIt"
      from (
        select * from answers.question where owner_id = ${personId} and answer_id is not null
        union
        select * from answers.question where accepted_by = ${personId} and answer_id is not null
      ) q
      where (q.accepted_at, q.post_id) > (${at}::timestamptz, ${id}::uuid)
      order by q.accepted_at, q.post_id limit ${limit}`.execute(db)
    return found.rows
  }

/** What somebody asked confidentially, and what they added: these words are theirs, and stand under nobody's name. */
const confidentialPage =
  ({ db, personId }: OwnQuestion) =>
  async ({ at, id, limit }: AfterOwn) => {
    const found = await sql<Row>`
      select w.said_id as id, w.created_at as at, w.post_id as "questionId", w.title, w.body
      from answers.confidential_asker c
      join spaces.said w on w.post_id = c.post_id and w.author_id = ${COLLEAGUE_ID}
      where c.person_id = ${personId} and w.deleted_at is null
        and (w.created_at, w.said_id) > (${at}::timestamptz, ${id}::uuid)
      order by w.created_at, w.said_id limit ${limit}`.execute(db)
    return found.rows
  }

const parts: readonly OwnData[] = [draftsOwnData, hoursOwnData, reuseOwnData, routingOwnData, ledgerOwnData]

export const answersOwnData: OwnData = {
  entries: async function* (asked) {
    for (const part of parts) yield* part.entries(asked)
    yield jsonList('wanted-to-know.json', inPages(waitingPage(asked)))
    yield jsonList('accepted-answers.json', inPages(answeredPage(asked)))
    yield jsonList('asked-confidentially.json', inPages(confidentialPage(asked)))
  },
  forget: async (asked) => {
    const { db, personId } = asked
    for (const part of parts) await part.forget(asked)
    await sql`delete from answers.waiting where person_id = ${personId}`.execute(db)
    await sql`delete from answers.confidential_asker where person_id = ${personId}`.execute(db)
    // The answers stay, and are said to have nobody who answers for them.
    await sql`update answers.question set owner_id = null where owner_id = ${personId}`.execute(db)
  },
}
