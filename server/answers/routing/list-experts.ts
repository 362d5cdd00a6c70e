import type { InputOf, ReplyOf } from '#contract/endpoint'
import { EXPERTS_MAX, type routing } from '#contract/routing'
import { type Ctx, isGuest } from '#platform/ctx'
import { say } from '#platform/say'
import { requireQuestion } from '../access.ts'
import { findExperts } from './find-experts.ts'
import { reasonOf } from './reasons.ts'
import { isRoutable } from './routing.ts'

/** Guests put questions to nobody, and are told of nobody. */
export async function listExperts(
  ctx: Ctx,
  { postId }: InputOf<typeof routing.listExperts>,
): Promise<ReplyOf<typeof routing.listExperts>> {
  const { personId: viewerId, language, timeZone = 'UTC' } = ctx.viewer
  const question = await requireQuestion(ctx, postId)
  if (!isRoutable(question) || isGuest(ctx.viewer)) return { items: [] }
  const experts = await findExperts(ctx.db, { question, viewerId, now: ctx.now })
  return {
    items: experts
      .slice(0, EXPERTS_MAX)
      .map(({ ref, ...known }) => ({ person: ref, reason: say(language, reasonOf(known, timeZone)) })),
  }
}
