// A post that waits and the right to it, in one step; another person's does not exist.
import type { Ctx } from '#platform/ctx'
import { refusal, refuseIf } from '#platform/refusal'
import { instantOn, whyNotThen } from './due-time.ts'
import { findWaiting, type Waiting } from './store.ts'

export async function requireScheduled(ctx: Ctx, id: string): Promise<Waiting> {
  const found = await findWaiting(ctx.db, { id, authorId: ctx.viewer.personId })
  if (found === undefined) throw noSuchScheduled()
  return found
}

export function noSuchScheduled() {
  return refusal(
    'not-found',
    'no-such-scheduled',
    'This scheduled post does not exist for you. It may have been posted by now.',
  )
}

/** When a post is due. @throws Refusal for a time that is over, too far, or none */
export function dueAt(on: { on: string; timeZone: string }, now: Temporal.Instant): Temporal.Instant {
  const at = instantOn(on)
  refuseIf(whyNotThen(at, now))
  return at ?? now
}
