import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { notices } from '#contract/notices'
import type { Done, PersonId, PostId, SaidId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal, refuseIf } from '#platform/refusal'
import { whyNotDeadline } from './deadline.ts'
import { keepWaiting } from './merge.ts'

/**
 * Notes by when something of the viewer's needs an answer. Those of whom it is one's turn are told as of any words; the
 * few among them who let the author interrupt are told at once.
 */
export async function markDeadline(
  ctx: Ctx,
  { saidId, dueAt: given }: InputOf<typeof notices.markDeadline>,
): Promise<Done> {
  const { postId, authorId } = await requireStanding(ctx, saidId)
  if (given === null) {
    await sql`delete from notices.deadline where said_id = ${saidId} and author_id = ${ctx.viewer.personId}`.execute(
      ctx.db,
    )
    return { done: true }
  }
  const dueAt = Temporal.Instant.from(given)
  refuseIf(whyNotDeadline({ authorId, viewerId: ctx.viewer.personId, dueAt, now: ctx.now }))
  await sql`
    insert into notices.deadline (said_id, post_id, author_id, due_at, marked_at)
    values (${saidId}, ${postId}, ${authorId}, ${dueAt}, ${ctx.now})
    on conflict (said_id) do update set due_at = excluded.due_at`.execute(ctx.db)
  // Told once more, which changes no notice, and wakes whom it may.
  await keepWaiting(ctx.db, { saidId, at: ctx.now.toString() })
  return { done: true }
}

/** Something said that stands and that the viewer may read. */
async function requireStanding(ctx: Ctx, saidId: SaidId): Promise<{ postId: PostId; authorId: PersonId }> {
  const found = await sql<{ postId: PostId; authorId: PersonId }>`
    select w.post_id as "postId", w.author_id as "authorId" from spaces.said w
    where w.said_id = ${saidId} and w.deleted_at is null
      and exists (select from spaces.visible_space(${ctx.viewer.personId}) v where v.space_id = w.space_id)`.execute(
    ctx.db,
  )
  const words = found.rows[0]
  if (words === undefined) throw refusal('not-found', 'no-such-words', 'This does not exist for you.')
  return words
}
