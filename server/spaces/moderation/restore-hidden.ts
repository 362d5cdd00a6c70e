import type { InputOf } from '#contract/endpoint'
import type { moderation } from '#contract/moderation'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { requireJudged } from './access.ts'
import { whyNotRestoreHidden } from './case.ts'
import { aboutWords, decide, noteAct, unhide } from './store.ts'

/** Puts hidden words back; where their author asked for it, that is an appeal upheld. */
export async function restoreHidden(
  ctx: Ctx,
  { saidId, sentence }: InputOf<typeof moderation.restoreHidden>,
): Promise<Done> {
  const judged = await requireJudged(ctx, saidId)
  refuseIf(whyNotRestoreHidden(judged, ctx.viewer.personId))
  await decide(ctx, judged, { state: 'restored', sentence })
  await unhide(ctx, judged)
  const act = judged.state === 'appealed' ? 'appeal-upheld' : 'restored'
  await noteAct(ctx, { act, ...aboutWords(judged), sentence })
  return { done: true }
}
