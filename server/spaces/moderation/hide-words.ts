import type { InputOf } from '#contract/endpoint'
import type { moderation } from '#contract/moderation'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { type JudgedWords, requireJudged } from './access.ts'
import { whyNotHide } from './case.ts'
import { aboutWords, decide, decidedMeanwhile, hide, noteAct, openCase } from './store.ts'

/** Hides something said, whether somebody reported it or not. Its author is told why, and can appeal. */
export async function hideWords(ctx: Ctx, input: InputOf<typeof moderation.hideWords>): Promise<Done> {
  const judged = await requireJudged(ctx, input.saidId)
  refuseIf(whyNotHide(judged))
  const { reason, sentence } = input
  const opened = judged.state === 'open' ? judged : await openFor(ctx, judged)
  await decide(ctx, opened, { state: 'hidden', reason, sentence })
  await hide(ctx, judged, { reason, sentence })
  await noteAct(ctx, { act: 'hidden', ...aboutWords(judged), reason, sentence })
  return { done: true }
}

async function openFor(ctx: Ctx, judged: JudgedWords): Promise<JudgedWords> {
  const caseId = await openCase(ctx.db, judged, { at: ctx.now, state: 'open' })
  if (caseId === undefined) throw decidedMeanwhile()
  return { ...judged, caseId, state: 'open' }
}
