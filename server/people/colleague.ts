// The row that stands for whoever asked without a name. It is of no use to sign in, and no list shows it.

import { sql } from 'kysely'
import { COLLEAGUE_ID } from '#contract/colleague'
import type { Db } from '#platform/db'

const COLLEAGUE_NAME = 'A colleague'

/** Sees to it that the row is there; made with the first words that need it, so that a fresh network has nobody in it. */
export async function keepColleague(db: Db, at: Temporal.Instant): Promise<void> {
  await sql`
    insert into people.person (id, name, is_active, is_automatic, created_at)
    values (${COLLEAGUE_ID}, ${COLLEAGUE_NAME}, false, true, ${at})
    on conflict do nothing`.execute(db)
}
