// Office hours as they are shown: lines of the list, and the queue of one.
import { type RawBuilder, sql } from 'kysely'
import type { HoursCard, HoursQuestion } from '#contract/office-hours'
import type { HoursId, PersonId, PersonRef, SpaceRef } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { inOrder, type Slot, stateOf, takesQuestions } from './hours.ts'

const OPENING_CHARACTERS_MAX = 600

/**
 * Beside a row `q` of slot `h` its question, as far as it is still there, still in the space and not led to another one,
 * and its answer.
 */
const withQuestion = sql`
  join spaces.question_post p on p.post_id = q.post_id and p.space_id = h.space_id
  left join answers.question a on a.post_id = q.post_id
  left join lateral (
    select w.said_id from spaces.said w
    where w.said_id = a.answer_id and w.post_id = q.post_id and w.deleted_at is null limit 1) answer on true`

/** An answer counts as one, also to what was set aside before. */
const standing = sql`case when answer.said_id is not null then 'answered'
  when q.set_aside_at is not null then 'set-aside' else 'waiting' end`

type Row = Slot &
  HoursCard['counts'] & {
    id: HoursId
    host: PersonRef
    offeredBy: PersonRef | null
    space: SpaceRef
    theme: string
  }

/** @param which a condition on `h` and the order, so that an index serves both */
export async function readCards({ db, viewer, now }: Ctx, which: RawBuilder<unknown>): Promise<HoursCard[]> {
  const found = await sql<Row>`
    select h.id, host.ref as host, case when h.offered_by <> h.host_id then offering.ref end as "offeredBy",
      to_json(seen.ref) as space, h.theme, h.opens_at as "opensAt", h.begins_at as "beginsAt", h.ends_at as "endsAt",
      h.cancelled_at as "cancelledAt", count.waiting, count.answered, count."setAside"
    from answers.hours h
    join people.person_card host on host.id = h.host_id
    join people.person_card offering on offering.id = h.offered_by
    cross join lateral spaces.spaces_for(${viewer.personId}, array[h.space_id]) seen
    cross join lateral (
      select count(*) filter (where each.standing = 'waiting')::int as waiting,
        count(*) filter (where each.standing = 'answered')::int as answered,
        count(*) filter (where each.standing = 'set-aside')::int as "setAside"
      from (select ${standing} as standing from answers.hours_question q ${withQuestion} where q.hours_id = h.id and a.merged_into is null) each
    ) count
    where ${which}`.execute(db)
  return found.rows.map(({ waiting, answered, setAside, cancelledAt, ...row }) => {
    const slot = { ...row, cancelledAt }
    return {
      ...row,
      opensAt: row.opensAt.toString(),
      beginsAt: row.beginsAt.toString(),
      endsAt: row.endsAt.toString(),
      state: stateOf(slot, now),
      takesQuestions: takesQuestions(slot, now),
      counts: { waiting, answered, setAside },
    }
  })
}

/** One that is known to be there and in sight. */
export async function readCard(ctx: Ctx, id: HoursId): Promise<HoursCard> {
  const [card] = await readCards(ctx, sql`h.id = ${id}`)
  if (card === undefined) throw new Error('office hours that were just held are there')
  return card
}

type QuestionRow = Omit<HoursQuestion, 'at' | 'setAside'> & {
  at: Temporal.Instant
  setAsideBy: PersonRef | null
  reason: string | null
}

type Asked = { id: HoursId; viewerId: PersonId; youLead: boolean }

/** The questions of a slot in their order. A reason is read by its asker and by those who lead. */
export async function readQueue(
  { db }: Pick<Ctx, 'db'>,
  { id, viewerId, youLead }: Asked,
): Promise<HoursQuestion[]> {
  const found = await sql<QuestionRow>`
    select q.post_id as "postId", author.ref as author, p.title,
      left(p.body, ${OPENING_CHARACTERS_MAX}) || case when length(p.body) > ${OPENING_CHARACTERS_MAX} then '…' else '' end
        as opening,
      q.asked_at as at, q.vote_count as votes, q.asker_id = ${viewerId} as "isYours",
      exists (select from answers.hours_vote v where v.post_id = q.post_id and v.person_id = ${viewerId}) as "youVoted",
      ${standing} as standing, q.skipped_at is not null as "isSkipped", answer.said_id as "answerId",
      setting.ref as "setAsideBy",
      case when ${youLead} or q.asker_id = ${viewerId} then q.set_aside_reason end as reason
    from answers.hours h
    join answers.hours_question q on q.hours_id = h.id
    ${withQuestion}
    join people.person_card author on author.id = p.author_id
    left join people.person_card setting on setting.id = q.set_aside_by
    where h.id = ${id} and a.merged_into is null`.execute(db)
  return inOrder(found.rows, ({ at }) => at).map(({ setAsideBy, reason, ...row }) => ({
    ...row,
    at: row.at.toString(),
    setAside: row.standing === 'set-aside' ? { by: setAsideBy, reason } : null,
  }))
}
