import type { InputOf } from '#contract/endpoint'
import type { polls } from '#contract/polls'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { refuseIf } from '#platform/refusal'
import { requirePoll } from './access.ts'
import { whyNotVote } from './poll.ts'
import { putVote, readPoll } from './store.ts'

/** Votes, or votes otherwise: what one chose before counts no more. */
export async function vote(ctx: Ctx, { postId, choices }: InputOf<typeof polls.vote>): Promise<RawJson> {
  const held = await requirePoll(ctx, postId, 'stays')
  refuseIf(whyNotVote(held.poll, { choices, now: ctx.now }))
  await putVote(ctx.db, held, { personId: ctx.viewer.personId, choices })
  return readPoll(ctx, postId)
}
