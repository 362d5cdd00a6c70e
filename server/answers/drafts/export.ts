// Drafts of questions out of forwarded mail: what is in somebody's copy of their own data.
import { sql } from 'kysely'
import { type AfterOwn, inPages, jsonList, type OwnData, type OwnQuestion } from '#platform/own-data'

type Row = { id: string; at: Temporal.Instant; question: string; answer: string | null }

const readPage =
  ({ db, personId }: OwnQuestion) =>
  async ({ at, id, limit }: AfterOwn) => {
    const found = await sql<Row>`
      select d.id, d.at, d.title, d.question, d.answer, d.answered_by as "answeredBy", d.note
      from answers.draft d where d.person_id = ${personId} and (d.at, d.id) > (${at}::timestamptz, ${id}::uuid)
      order by d.at, d.id limit ${limit}`.execute(db)
    return found.rows
  }

export const draftsOwnData: OwnData = {
  entries: async function* (asked) {
    yield jsonList('question-drafts.json', inPages(readPage(asked)))
  },
  forget: async ({ db, personId }) => {
    await sql`delete from answers.draft where person_id = ${personId}`.execute(db)
  },
}
