// What was used more than a year ago leaves the count by which a shelf is ordered.
import { sql } from 'kysely'
import type { Db } from '#platform/db'

const COUNTED_DAYS = 365
/** So far back is looked, for the time in which Foyer may not have run. */
const LOOKED_BACK_DAYS = 60

export async function letReuseFade(db: Db, now: Temporal.Instant): Promise<void> {
  const counted = now.subtract({ hours: 24 * COUNTED_DAYS })
  await sql`
    select answers.count_reuse(faded.post_id, ${now})
    from (
      select distinct answers.stands_under(u.post_id) as post_id from answers.reuse u
      where u.at <= ${counted} and u.at > ${counted.subtract({ hours: 24 * LOOKED_BACK_DAYS })}
    ) faded`.execute(db)
}
