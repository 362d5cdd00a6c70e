import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { scheduled } from '#contract/scheduled'
import type { Ctx } from '#platform/ctx'
import { noSuchScheduled } from './require-scheduled.ts'
import { removeWaiting } from './store.ts'

export async function deleteScheduled(
  ctx: Ctx,
  { id }: InputOf<typeof scheduled.deleteScheduled>,
): Promise<Done> {
  const wasThere = await removeWaiting(ctx.db, { id, authorId: ctx.viewer.personId }, ctx.now)
  if (!wasThere) throw noSuchScheduled()
  return { done: true }
}
