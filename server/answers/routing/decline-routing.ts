import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { PersonId } from '#contract/ref'
import type { routing } from '#contract/routing'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { lockQuestion } from '../access.ts'
import { findExperts } from './find-experts.ts'
import { keepRouting } from './keep-routing.ts'
import { isRoutable } from './routing.ts'

/**
 * Passes a question on to the next one who may know, as far as whoever put it may see: the one who passes it on may know
 * of more, and nothing of that is told on. Nobody is asked twice, and executives last.
 */
export async function declineRouting(
  ctx: Ctx,
  { postId, why }: InputOf<typeof routing.declineRouting>,
): Promise<ReplyOf<typeof routing.declineRouting>> {
  const question = await lockQuestion(ctx, postId)
  const { personId } = ctx.viewer
  const declined = await sql<{ byId: PersonId; mayRead: boolean }>`
    update answers.routing r set declined_at = ${ctx.now}, why = ${why === undefined || why === '' ? null : why}
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
  if (!row.mayRead || !isRoutable(question)) return { passedTo: null }
  const { byId } = row
  const experts = await findExperts(ctx.db, { question, viewerId: byId, now: ctx.now })
  const [next] = experts
  if (next === undefined) return { passedTo: null }
  await keepRouting(ctx, { question, personId: next.personId, byId, passedBy: personId, experts })
  return { passedTo: next.ref }
}
