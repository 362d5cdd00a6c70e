// What time alone changes of whom answers served is kept too, so that the ledger has little to count anew.
import { sql } from 'kysely'
import type { Db } from '#platform/db'

/** So many questions are counted in one transaction; those who change one of them wait for it. */
const COUNTED_MAX = 200

export async function keepServed(db: Db, now: Temporal.Instant): Promise<void> {
  for (;;) {
    const kept = await sql`
      select answers.keep_served(changed.post_id, ${now})
      from (
        select s.post_id
        from (select post_id from answers.served where changes_at <= ${now} order by changes_at limit ${COUNTED_MAX}) s
        order by s.post_id
      ) changed`.execute(db)
    if (kept.rows.length < COUNTED_MAX) return
  }
}
