import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { similar } from '#contract/similar'
import type { Ctx } from '#platform/ctx'
import { requireQuestion } from '../access.ts'
import { noteReuse } from './reuse.ts'

export async function noteOpened(
  ctx: Ctx,
  { postId }: InputOf<typeof similar.noteOpened>,
): Promise<ReplyOf<typeof similar.noteOpened>> {
  const question = await requireQuestion(ctx, postId)
  await noteReuse(ctx, { question, kind: 'opened' })
  return { done: true }
}
