import type { InputOf } from '#contract/endpoint'
import type { moderation } from '#contract/moderation'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { requireJudged } from './access.ts'
import { whyNotReopen } from './case.ts'
import { aboutWords, noteAct, putBack } from './store.ts'

/** Takes a decision back by which nothing about the words changed; the case waits again. */
export async function reopenCase(ctx: Ctx, { saidId }: InputOf<typeof moderation.reopenCase>): Promise<Done> {
  const judged = await requireJudged(ctx, saidId)
  refuseIf(whyNotReopen(judged))
  await putBack(ctx, judged, judged.state === 'kept' ? 'open' : 'appealed')
  await noteAct(ctx, { act: 'reopened', ...aboutWords(judged) })
  return { done: true }
}
