import type { InputOf } from '#contract/endpoint'
import type { notices } from '#contract/notices'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { whyNotTimeZone } from '#rooms/people'
import { noteChoice, writeDeviceZone } from './preference.ts'

/** Keeps in which zone the viewer's device is; what was to go by the clock of another is looked at anew. */
export async function noteZone(ctx: Ctx, { timeZone }: InputOf<typeof notices.noteZone>): Promise<Done> {
  refuseIf(whyNotTimeZone(timeZone))
  await writeDeviceZone(ctx.db, ctx.viewer.personId, timeZone)
  await noteChoice(ctx.db, ctx.viewer.personId, ctx.now)
  return { done: true }
}
