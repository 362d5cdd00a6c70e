// By when those who ask may expect an answer: kept as it was first told, whatever is asked or chosen later.
import { sql } from 'kysely'
import type { AnswersBy } from '#contract/attention'
import type { PersonId, PersonRef, PostId, SaidId } from '#contract/ref'
import type { CardSource } from '#platform/cards'
import type { Db } from '#platform/db'
import { standingOf } from '../standing.ts'
import { isWorthwhile, type Weighed, weighCandidates } from '../weigh-candidates.ts'
import { answersBy, endOf } from './answers-by.ts'
import { paceInUse } from './store.ts'

/** As long as a brief brings up what somebody was asked. */
const ASKED_DAYS = 45
/** So many of the newest mentions of a thread are looked at, and of those asked so many are answered for. */
const MENTIONS_SCANNED = 60
const PEOPLE_MAX = 5
/** What asks less clearly may be no question, and nobody expects an answer to it. */
const REQUEST_MIN = 0.5

export type Asked = {
  saidId: SaidId
  personId: PersonId
  person: PersonRef
  askerId: PersonId
  at: Temporal.Instant
  /** As it was told; null where nobody was told yet. */
  day: string | null
  until: Temporal.Instant | null
}

/** What people with a budget were asked in a thread and have not answered, the newest first. */
export async function listAsked(db: Db, postId: PostId, now: Temporal.Instant): Promise<Asked[]> {
  const found = await sql<Asked>`
    select a.said_id as "saidId", a.person_id as "personId", person.ref as person, a.author_id as "askerId", a.at,
      k.day::text as day, k.until
    from spaces.asked_in(${postId}, ${now.subtract({ hours: 24 * ASKED_DAYS })}, ${now}, ${MENTIONS_SCANNED}) a
    join brief.preference p on p.person_id = a.person_id and p.attention_minutes is not null
    join people.insider i on i.id = a.person_id
    join people.person_card person on person.id = a.person_id
    left join brief.promise k on k.person_id = a.person_id and k.said_id = a.said_id
    order by a.at desc, a.said_id desc limit ${PEOPLE_MAX}`.execute(db)
  return found.rows
}

/** What was told, or now is for the first time; undefined where nothing can be told honestly. */
export async function promiseOf(
  db: Db,
  asked: Asked & { postId: PostId },
  { now, sources }: { now: Temporal.Instant; sources: readonly CardSource[] },
): Promise<AnswersBy | undefined> {
  const { saidId, person } = asked
  if (asked.day !== null && asked.until !== null) {
    return { saidId, person, day: asked.day, isOver: Temporal.Instant.compare(asked.until, now) <= 0 }
  }
  const promised = await reckon(db, asked, { now, sources })
  if (promised === undefined) return undefined
  const { day, timeZone } = promised
  // Two who look at once are told the same day: what was kept first.
  const kept = await sql<{ day: string }>`
    with added as (
      insert into brief.promise (person_id, said_id, asker_id, post_id, asked_at, promised_at, day, until)
      values (${asked.personId}, ${saidId}, ${asked.askerId}, ${asked.postId}, ${asked.at}, ${now},
        ${day.toString()}::date, ${endOf(day, timeZone)})
      on conflict do nothing returning day
    )
    select coalesce((select day from added),
      (select day from brief.promise where person_id = ${asked.personId} and said_id = ${saidId}))::text as day`.execute(
    db,
  )
  return { saidId, person, day: kept.rows[0]?.day ?? day.toString(), isOver: false }
}

/** The day on which a question's turn comes in the briefs of whoever was asked, as long as it is in them at all. */
async function reckon(
  db: Db,
  { personId, saidId }: Asked,
  { now, sources }: { now: Temporal.Instant; sources: readonly CardSource[] },
): Promise<{ day: Temporal.PlainDate; timeZone: string } | undefined> {
  const standing = await standingOf(db, personId, now)
  if (standing?.attention === undefined) return undefined
  const { reader, settings, weights, rhythm, kept, attention } = standing
  const { minutes } = settings
  const pace = paceInUse(kept, settings.wordsPerMinute)
  const weighed = await weighCandidates({ db, reader, at: now, minutes, weights, ...pace }, sources)
  const secondsAhead = aheadOf(saidId, weighed)
  if (secondsAhead === undefined) return undefined
  const day = answersBy({
    ...{ at: now, rhythm, secondsAhead, sittingMinutes: minutes },
    weekMinutes: attention.minutes,
    secondsSpent: attention.secondsSpent,
  })
  return day && { day, timeZone: rhythm.timeZone }
}

/**
 * The seconds of what waits longer than a question, and of the question itself. Pure.
 * @returns undefined where it is no question that waits
 */
function aheadOf(saidId: SaidId, weighed: readonly Weighed[]): number | undefined {
  const queue = weighed.filter((each) => each.kind === 'needs-you' && isWorthwhile(each))
  const own = queue.find(({ candidate }) => candidate.saidId === saidId)
  if (own === undefined) return undefined
  if (own.features.isRequest < REQUEST_MIN) return undefined
  return queue
    .filter(({ candidate }) => Temporal.Instant.compare(candidate.at, own.candidate.at) <= 0)
    .reduce((sum, { seconds }) => sum + seconds, 0)
}
