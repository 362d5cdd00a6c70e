import type { InputOf } from '#contract/endpoint'
import type { polls } from '#contract/polls'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { refuseIf } from '#platform/refusal'
import { requirePoll } from './access.ts'
import { whyNotClose } from './poll.ts'
import { putPoll, readPoll } from './store.ts'

/** Closes a poll before its time. It stays closed: its results may have been seen by then. */
export async function closePoll(ctx: Ctx, { postId }: InputOf<typeof polls.closePoll>): Promise<RawJson> {
  const held = await requirePoll(ctx, postId, 'changes')
  refuseIf(whyNotClose(held, { viewerId: ctx.viewer.personId, now: ctx.now }))
  await putPoll(ctx.db, held, { ...held.poll, closedAt: ctx.now.toString() })
  return readPoll(ctx, postId)
}
