import type { InputOf } from '#contract/endpoint'
import type { scheduled } from '#contract/scheduled'
import type { Ctx } from '#platform/ctx'
import type { RawJson } from '#platform/gate'
import { newId } from '#platform/ids'
import { refuseIf } from '#platform/refusal'
import { requireReadableSpace } from '../access.ts'
import { whyNotPost } from '../write-post.ts'
import { whyNotOneMore } from './due-time.ts'
import { dueAt } from './require-scheduled.ts'
import { countWaiting, putWaiting, readOneScheduled } from './store.ts'

/** Keeps a post until its time. What is refused of it now would be refused then. */
export async function schedulePost(
  ctx: Ctx,
  { spaceId, on, timeZone, ...post }: InputOf<typeof scheduled.schedulePost>,
): Promise<RawJson> {
  const space = await requireReadableSpace(ctx, spaceId)
  const authorId = ctx.viewer.personId
  refuseIf(whyNotPost(ctx, { space, post }))
  refuseIf(whyNotOneMore(await countWaiting(ctx.db, authorId)))
  const at = dueAt({ on, timeZone }, ctx.now)
  const id = newId<string>(ctx.now)
  await putWaiting(ctx.db, { id, authorId, spaceId: space.id, post, on, timeZone, at }, ctx.now)
  return readOneScheduled(ctx.db, { authorId, id })
}
