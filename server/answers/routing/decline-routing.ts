import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { PersonId, PostId } from '#contract/ref'
import type { routing } from '#contract/routing'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { type HeldQuestion, lockQuestion } from '../access.ts'
import { type Expert, findExperts } from './find-experts.ts'
import { keepRouting } from './keep-routing.ts'
import { isRoutable } from './routing.ts'
import { tellPassedOn } from './tell-passed-on.ts'

/**
 * Passes a question on to the next one who may know, as far as whoever put it may see: the one who passes it on may know
 * of more, and nothing of that is told on. Nobody is asked twice, and executives last. Whoever asked it and whoever put
 * it are told what came of it.
 */
export async function declineRouting(
  ctx: Ctx,
  { postId, why }: InputOf<typeof routing.declineRouting>,
): Promise<ReplyOf<typeof routing.declineRouting>> {
  const question = await lockQuestion(ctx, postId)
  const { personId } = ctx.viewer
  const reason = why === undefined || why === '' ? null : why
  const declined = await sql<{ byId: PersonId; mayRead: boolean }>`
    update answers.routing r set declined_at = ${ctx.now}, why = ${reason}
    where r.post_id = ${postId} and r.person_id = ${personId} and r.declined_at is null
    returning r.by_id as "byId",
      exists (select from spaces.visible_space(r.by_id) v where v.space_id = ${question.spaceId}) as "mayRead"`.execute(
    ctx.db,
  )
  const [row] = declined.rows
  if (row === undefined)
    throw refusal(
      'conflict',
      'not-asked-of-you',
      'This question was not put to you, or you passed it on already.',
    )
  // What needs nobody any longer goes nowhere, and there is nothing to tell.
  if (!isRoutable(question)) return { passedTo: null }
  const next = row.mayRead ? await askNext(ctx, { question, byId: row.byId }) : undefined
  await tellPassedOn(ctx, { question, byId: row.byId, next: next?.ref, why: reason })
  return { passedTo: next?.ref ?? null }
}

/** The same where a question waits for the viewer; nothing where none does. */
export async function passOnIfAsked(
  ctx: Ctx,
  { postId, why }: { postId: PostId; why: string | undefined },
): Promise<void> {
  const waits = await sql`
    select from answers.waits_at(${ctx.viewer.personId}, ${ctx.now}) w where w.post_id = ${postId}`.execute(
    ctx.db,
  )
  if (waits.rows.length > 0) await declineRouting(ctx, { postId, ...(why !== undefined && { why }) })
}

type Passing = { question: HeldQuestion; byId: PersonId }

async function askNext(ctx: Ctx, { question, byId }: Passing): Promise<Expert | undefined> {
  const experts = await findExperts(ctx.db, { question, viewerId: byId, now: ctx.now })
  const [next] = experts
  if (next !== undefined)
    await keepRouting(ctx, {
      ...{ question, personId: next.personId, byId, experts },
      passedBy: ctx.viewer.personId,
    })
  return next
}
