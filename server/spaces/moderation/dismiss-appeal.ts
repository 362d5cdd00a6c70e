import type { InputOf } from '#contract/endpoint'
import type { moderation } from '#contract/moderation'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { requireJudged } from './access.ts'
import { whyNotDismiss } from './case.ts'
import { aboutWords, decide, noteAct } from './store.ts'

/** Decides that words stay hidden although their author asked. */
export async function dismissAppeal(
  ctx: Ctx,
  { saidId, sentence }: InputOf<typeof moderation.dismissAppeal>,
): Promise<Done> {
  const judged = await requireJudged(ctx, saidId)
  refuseIf(whyNotDismiss(judged, ctx.viewer.personId))
  await decide(ctx, judged, { state: 'dismissed', sentence })
  await noteAct(ctx, { act: 'appeal-dismissed', ...aboutWords(judged), sentence })
  return { done: true }
}
