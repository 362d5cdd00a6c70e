import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { officeHours } from '#contract/office-hours'
import type { HoursId, PostId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { writePost } from '#rooms/spaces'
import { lockHours } from './access.ts'
import { tellMoved } from './happenings.ts'
import { whyNotAsk } from './hours.ts'

/** Asks in the space of the slot, and queues what was asked. Whoever asks wants it answered, which counts as a vote. */
export async function askInHours(
  ctx: Ctx,
  { hoursId, title, body }: InputOf<typeof officeHours.askInHours>,
): Promise<ReplyOf<typeof officeHours.askInHours>> {
  // The lock comes before the counting: two questions at once would both be the last that there is room for.
  const hours = await lockHours(ctx, hoursId)
  refuseIf(whyNotAsk(hours, await countOpen(ctx, hours.id), ctx.now))
  const { spaceId } = hours
  const question = { kind: 'question' as const, body, fileIds: [], isAnnouncement: false }
  const { json } = await writePost(ctx, { spaceId, ...question, ...(title !== undefined && { title }) })
  const { id: postId } = JSON.parse(json) as { id: PostId }
  const { personId } = ctx.viewer
  await sql`
    insert into answers.hours_question (post_id, hours_id, asker_id, asked_at)
    values (${postId}, ${hours.id}, ${personId}, ${ctx.now})`.execute(ctx.db)
  await sql`
    insert into answers.hours_vote (post_id, person_id, at) values (${postId}, ${personId}, ${ctx.now})`.execute(
    ctx.db,
  )
  await tellMoved(ctx.db, hours.id)
  return { postId }
}

/** Questions that wait: of the viewer, and of everybody. */
async function countOpen(
  { db, viewer }: Ctx,
  hoursId: HoursId,
): Promise<{ ofPerson: number; inQueue: number }> {
  const found = await sql<{ ofPerson: number; inQueue: number }>`
    select count(*)::int as "inQueue", (count(*) filter (where q.asker_id = ${viewer.personId}))::int as "ofPerson"
    from answers.hours_question q
    join spaces.question_post p on p.post_id = q.post_id
    left join answers.question a on a.post_id = q.post_id
    where q.hours_id = ${hoursId} and q.set_aside_at is null and a.answer_id is null and a.merged_into is null`.execute(
    db,
  )
  return found.rows[0] ?? { ofPerson: 0, inQueue: 0 }
}
