import type { InputOf } from '#contract/endpoint'
import type { polls } from '#contract/polls'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { refuseIf } from '#platform/refusal'
import { requirePoll } from './access.ts'
import { whyNotTakeBack } from './poll.ts'
import { readPoll, removeVote } from './store.ts'

export async function takeBackVote(
  ctx: Ctx,
  { postId }: InputOf<typeof polls.takeBackVote>,
): Promise<RawJson> {
  const held = await requirePoll(ctx, postId, 'stays')
  refuseIf(whyNotTakeBack(held.poll, ctx.now))
  await removeVote(ctx.db, held, ctx.viewer.personId)
  return readPoll(ctx, postId)
}
