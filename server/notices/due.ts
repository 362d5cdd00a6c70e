// Whose notices are to be looked at, and when.
import { sql } from 'kysely'
import type { PersonId, SaidId } from '#contract/ref'
import type { Db } from '#platform/db'
import { takeDueIn } from '#platform/take-due'
import { readPreferences } from './preference.ts'
import { nextBatch, type Rhythm } from './rhythm.ts'
import { rhythmOf } from './settings.ts'

/**
 * Lets the notices of some people be looked at when their next batch goes, as nothing goes before that; who is to be
 * looked at anyway stays as they are. Many people may be told of one thing, so this looks at none of their notices.
 * @param since when what they are told of came: a batch that went since then should have had it
 */
export async function noteDue(
  db: Db,
  personIds: readonly PersonId[],
  since: Temporal.Instant,
): Promise<void> {
  if (personIds.length === 0) return
  const preferences = await readPreferences(db, personIds)
  const nextOf = nextBatches(since)
  const due = [...preferences].flatMap(([personId, { settings, timeZone }]) => {
    const at = nextOf(rhythmOf(settings, timeZone))
    return at === undefined ? [] : [{ personId, at }]
  })
  const inOrder = due.toSorted((one, other) => (one.personId < other.personId ? -1 : 1))
  await sql`
    insert into notices.due (person_id, at)
    select person_id, at
    from unnest(${inOrder.map(({ personId }) => personId)}::uuid[], ${inOrder.map(({ at }) => at)}::timestamptz[])
      as told (person_id, at)
    on conflict do nothing`.execute(db)
}

/** When the first batch after an instant goes by a rhythm; most people have the same, so each is reckoned once. */
function nextBatches(since: Temporal.Instant): (rhythm: Rhythm) => string | undefined {
  const known = new Map<string, string | undefined>()
  return (rhythm) => {
    const key = JSON.stringify(rhythm)
    if (!known.has(key)) known.set(key, nextBatch(since, rhythm)?.toString())
    return known.get(key)
  }
}

/** Lets those be looked at without delay whom something said may interrupt. */
export async function wakeForDeadlines(
  db: Db,
  saidIds: readonly SaidId[],
  now: Temporal.Instant,
): Promise<void> {
  if (saidIds.length === 0) return
  await sql`
    insert into notices.due as d (person_id, at)
    select distinct m.person_id, ${now}::timestamptz
    from notices.deadline l
    join notices.may_interrupt m on m.by_id = l.author_id
    join notices.notice n on n.person_id = m.person_id and n.post_id = l.post_id and n.last_at > n.read_at
    where l.said_id = any (${saidIds}::uuid[]) and l.due_at > ${now}
    order by m.person_id
    on conflict (person_id) do update set at = least(d.at, excluded.at)`.execute(db)
}

/** Takes people to look at, those who wait longest first; whom another process has taken are left to it. */
export function takeDue(db: Db, asked: { now: Temporal.Instant; most: number }): Promise<PersonId[]> {
  return takeDueIn(db, sql.table('notices.due'), asked)
}
