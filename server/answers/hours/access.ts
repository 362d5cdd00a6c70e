// Fetching office hours, or a question in their queue, and the right to fetch it are one step.
import { sql } from 'kysely'
import type { HoursId, PersonId, PostId, SpaceId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal, refuseIf } from '#platform/refusal'
import { whyNotChange, whyNotVote, whyNotWaiting } from './hours.ts'

export type HeldHours = {
  id: HoursId
  hostId: PersonId
  spaceId: SpaceId
  theme: string
  opensAt: Temporal.Instant
  beginsAt: Temporal.Instant
  endsAt: Temporal.Instant
  cancelledAt: Temporal.Instant | null
  calledId: PostId | null
  revision: number
  changedAt: Temporal.Instant
  /** Whether the viewer is the host or prepares for them. */
  youLead: boolean
}

/** Office hours in a space that the viewer may read. */
export async function requireHours({ db, viewer }: Ctx, id: HoursId): Promise<HeldHours> {
  const found = await sql<HeldHours>`
    select h.id, h.host_id as "hostId", h.space_id as "spaceId", h.theme, h.opens_at as "opensAt",
      h.begins_at as "beginsAt", h.ends_at as "endsAt", h.cancelled_at as "cancelledAt", h.called_id as "calledId",
      h.revision, h.changed_at as "changedAt",
      h.host_id = ${viewer.personId} or exists (
        select from people.preparing d where d.executive_id = h.host_id and d.delegate_id = ${viewer.personId}
      ) as "youLead"
    from answers.hours h
    where h.id = ${id}
      and exists (select from spaces.visible_space(${viewer.personId}) v where v.space_id = h.space_id)`.execute(
    db,
  )
  const [row] = found.rows
  if (row === undefined)
    throw refusal('not-found', 'no-such-hours', 'These office hours do not exist for you.')
  return row
}

/** The same, held against everybody else who would change them or their queue until the transaction is over. */
export async function lockHours(ctx: Ctx, id: HoursId): Promise<HeldHours> {
  await requireHours(ctx, id)
  await sql`select from answers.hours where id = ${id} for update`.execute(ctx.db)
  return requireHours(ctx, id)
}

/** Office hours that the viewer leads, held, and not over yet. */
export async function lockLedHours(ctx: Ctx, id: HoursId): Promise<HeldHours> {
  const hours = await lockHours(ctx, id)
  requireLead(hours)
  refuseIf(whyNotChange(hours, ctx.now))
  return hours
}

function requireLead({ youLead }: HeldHours): void {
  if (!youLead) {
    throw refusal(
      'forbidden',
      'not-your-hours',
      'Only the host and those who prepare for them can do this in these office hours.',
    )
  }
}

export type HeldQueued = { postId: PostId; isSetAside: boolean; isAnswered: boolean; hours: HeldHours }

/**
 * A question in the queue of office hours that the viewer may read. What was moved to another space or led to another question is
 * in none.
 */
async function requireQueued(ctx: Ctx, postId: PostId): Promise<HeldQueued> {
  const found = await sql<{ hoursId: HoursId; isSetAside: boolean; isAnswered: boolean }>`
    select q.hours_id as "hoursId", q.set_aside_at is not null as "isSetAside",
      exists (select from spaces.said w where w.said_id = a.answer_id and w.post_id = q.post_id and w.deleted_at is null) as "isAnswered"
    from answers.hours_question q
    join answers.hours h on h.id = q.hours_id
    join spaces.question_post p on p.post_id = q.post_id and p.space_id = h.space_id
    left join answers.question a on a.post_id = q.post_id
    where q.post_id = ${postId} and a.merged_into is null
      and exists (select from spaces.visible_space(${ctx.viewer.personId}) v where v.space_id = h.space_id)`.execute(
    ctx.db,
  )
  const [row] = found.rows
  if (row === undefined)
    throw refusal('not-found', 'no-such-queued-question', 'This question waits in no office hours for you.')
  const { hoursId, ...standing } = row
  return { postId, ...standing, hours: await requireHours(ctx, hoursId) }
}

/** A question that waits in office hours that the viewer leads; nobody else changes them or it meanwhile. */
export async function lockWaiting(ctx: Ctx, postId: PostId): Promise<HeldQueued> {
  const held = await lockLedQueued(ctx, postId)
  refuseIf(whyNotWaiting(held))
  return held
}

/** A question for which the viewer may vote, or take that back. */
export async function requireVotable(ctx: Ctx, postId: PostId): Promise<HeldQueued> {
  const held = await requireQueued(ctx, postId)
  refuseIf(whyNotVote(held.hours, ctx.now))
  refuseIf(whyNotWaiting(held))
  return held
}

/** A question in office hours that the viewer leads, whether or not it waits. */
export async function lockLedQueued(ctx: Ctx, postId: PostId): Promise<HeldQueued> {
  const { hours } = await requireQueued(ctx, postId)
  requireLead(await lockHours(ctx, hours.id))
  const held = await requireQueued(ctx, postId)
  if (held.hours.cancelledAt !== null) refuseIf(whyNotChange(held.hours, ctx.now))
  return held
}
