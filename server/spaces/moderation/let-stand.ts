import type { InputOf } from '#contract/endpoint'
import type { moderation } from '#contract/moderation'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { requireJudged } from './access.ts'
import { whyNotLetStand } from './case.ts'
import { aboutWords, decide, noteAct } from './store.ts'

/** Decides that words stay; those who reported them hear of it. */
export async function letStand(
  ctx: Ctx,
  { saidId, sentence }: InputOf<typeof moderation.letStand>,
): Promise<Done> {
  const judged = await requireJudged(ctx, saidId)
  refuseIf(whyNotLetStand(judged))
  await decide(ctx, judged, { state: 'kept', sentence })
  await noteAct(ctx, { act: 'kept', ...aboutWords(judged), sentence })
  return { done: true }
}
