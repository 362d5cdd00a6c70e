import type { InputOf } from '#contract/endpoint'
import type { Experts, routing } from '#contract/routing'
import type { Ctx } from '#platform/ctx'
import { requireQuestion } from '../access.ts'
import { expertsReply } from './experts-reply.ts'

export async function listExperts(
  ctx: Ctx,
  { postId }: InputOf<typeof routing.listExperts>,
): Promise<Experts> {
  return expertsReply(ctx, await requireQuestion(ctx, postId))
}
