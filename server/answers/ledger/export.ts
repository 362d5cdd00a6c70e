// Own data of the ledger: what somebody reckons with instead of what is measured or usual.
import { sql } from 'kysely'
import { jsonOne, type OwnData } from '#platform/own-data'

export const ledgerOwnData: OwnData = {
  entries: async function* ({ db, personId }) {
    const found = await sql<Record<string, number>>`
      select minutes_per_answer as "minutesPerAnswer", writing_minutes as "writingMinutes",
        asker_minutes as "askerMinutes", unconfirmed_weight as "unconfirmedWeight"
      from answers.scale_assumption where person_id = ${personId}`.execute(db)
    yield jsonOne('ledger-assumptions.json', found.rows[0] ?? null)
  },
  forget: async ({ db, personId }) => {
    await sql`delete from answers.scale_assumption where person_id = ${personId}`.execute(db)
  },
}
