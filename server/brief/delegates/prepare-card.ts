import type { delegates, Preparation } from '#contract/delegates'
import type { InputOf } from '#contract/endpoint'
import type { CardSource } from '#platform/cards'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { requireExecutive, requireSharedWords } from './access.ts'
import { toPreparation } from './get-preparation.ts'
import { ACTS, REPLACED, whyNotPrepare } from './preparing.ts'
import { dropParts, hasPart, noteAct, putPart } from './store.ts'

/** Prepares one part of a card of somebody's brief; what was written there before is replaced, and stays in the log. */
export function prepareCardFrom(sources: readonly CardSource[]) {
  return async function prepareCard(
    ctx: Ctx,
    { personId, saidId, part, body }: InputOf<typeof delegates.prepareCard>,
  ): Promise<Preparation> {
    const executive = await requireExecutive(ctx, personId)
    await requireSharedWords(ctx, [saidId], executive)
    const card = { executiveId: executive.ref.id, saidId }
    const isRestored = await hasPart(ctx.db, { ...card, part: 'restored' })
    refuseIf(whyNotPrepare({ part, body, isRestored }))
    const note = part === 'pin' ? undefined : body
    await dropParts(ctx.db, { ...card, parts: REPLACED[part] })
    await putPart(ctx, { ...card, part, body: note })
    await noteAct(ctx, { ...card, kind: ACTS[part].done, note })
    return toPreparation(ctx, executive, sources)
  }
}
