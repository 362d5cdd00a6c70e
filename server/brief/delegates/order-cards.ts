import type { delegates, Preparation } from '#contract/delegates'
import type { InputOf } from '#contract/endpoint'
import type { CardSource } from '#platform/cards'
import type { Ctx } from '#platform/ctx'
import { requireExecutive, requireSharedWords } from './access.ts'
import { toPreparation } from './get-preparation.ts'
import { noteAct, putPlaces } from './store.ts'

/** Puts cards of somebody's brief in an order; the log names the one that comes first. */
export function orderCardsFrom(sources: readonly CardSource[]) {
  return async function orderCards(
    ctx: Ctx,
    { personId, saidIds }: InputOf<typeof delegates.orderCards>,
  ): Promise<Preparation> {
    const executive = await requireExecutive(ctx, personId)
    const ordered = [...new Set(saidIds)]
    await requireSharedWords(ctx, ordered, executive)
    await putPlaces(ctx, { executiveId: executive.ref.id, saidIds: ordered })
    const [first] = ordered
    if (first !== undefined)
      await noteAct(ctx, { executiveId: executive.ref.id, kind: 'ordered', saidId: first })
    return toPreparation(ctx, executive, sources)
  }
}
