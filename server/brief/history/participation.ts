// How many executives took part in a week. It is counted once the week is over, among those who agree then, and stays
// as it was counted: from a figure that changed when somebody joined or left, one could tell what they had done.
import { sql } from 'kysely'
import type { briefHistory, ParticipationWeek } from '#contract/brief-history'
import type { ReplyOf } from '#contract/endpoint'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { refusal } from '#platform/refusal'
import { dayOf } from '../next-sitting.ts'
import { type Counted, shownOf } from './participation-week.ts'
import { mondayOf } from './weeks.ts'

/** Weeks of the world: people sit in many zones, and one week must be the same for all of them. */
const ZONE = 'UTC'
/** A week that nobody counted for so long, as nothing ran, stays uncounted: those who agree now are others. */
const LATE_WEEKS_MAX = 2
const WEEKS_SHOWN_MAX = 53

/** Counts the weeks that are over and were not counted yet. It is safe to run again, and in several processes. */
export async function countWeeks(db: Db, now: Temporal.Instant): Promise<void> {
  const present = mondayOf(dayOf(now, ZONE))
  for (let ago = LATE_WEEKS_MAX; ago >= 1; ago -= 1) {
    const week = present.subtract({ weeks: ago })
    const { agreed, tookPart } = shownOf(await countOf(db, week))
    await sql`
      insert into brief.participation (week, agreed, took_part, counted_at)
      values (${week.toString()}::date, ${agreed}, ${tookPart}, ${now}) on conflict (week) do nothing`.execute(
      db,
    )
  }
}

async function countOf(db: Db, week: Temporal.PlainDate): Promise<Counted> {
  const [from, until] = [week, week.add({ weeks: 1 })].map((day) =>
    day.toZonedDateTime({ timeZone: ZONE }).toInstant(),
  )
  const found = await sql<Counted>`
    with agreed as (
      select p.person_id from brief.preference p join people.standing s on s.id = p.person_id
      where p.is_counted and s.is_active and 'executive' = any (s.roles)
    )
    select count(*)::int as agreed, count(*) filter (where exists (
      select from brief.outcome o where o.person_id = agreed.person_id and o.at >= ${from} and o.at < ${until}
    ))::int as "tookPart"
    from agreed`.execute(db)
  return found.rows[0] ?? { agreed: 0, tookPart: 0 }
}

/** For stewards alone, though it names nobody. */
export async function getParticipation(ctx: Ctx): Promise<ReplyOf<typeof briefHistory.getParticipation>> {
  if (!ctx.viewer.roles.has('steward'))
    throw refusal('forbidden', 'stewards-only', 'How many take part is for stewards to see.')
  const found = await sql<ParticipationWeek>`
    select week::text as week, agreed, took_part as "tookPart" from brief.participation
    order by week desc limit ${WEEKS_SHOWN_MAX}`.execute(ctx.db)
  return { weeks: found.rows }
}
