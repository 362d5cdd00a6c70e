import type { InputOf } from '#contract/endpoint'
import type { polls } from '#contract/polls'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { refuseIf } from '#platform/refusal'
import { requirePoll } from './access.ts'
import { keptPoll, whyNotBegin, whyNotChange } from './poll.ts'
import { countVotes, putPoll, readPoll } from './store.ts'

/** Changes a poll in which nobody voted. */
export async function changePoll(
  ctx: Ctx,
  { postId, poll }: InputOf<typeof polls.changePoll>,
): Promise<RawJson> {
  const held = await requirePoll(ctx, postId, 'changes')
  const answered = await countVotes(ctx.db, postId)
  refuseIf(whyNotChange({ ...held, answered }, { viewerId: ctx.viewer.personId, now: ctx.now }))
  refuseIf(whyNotBegin(poll, ctx.now))
  await putPoll(ctx.db, held, keptPoll(poll))
  return readPoll(ctx, postId)
}
