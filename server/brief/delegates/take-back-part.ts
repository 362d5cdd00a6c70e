import type { delegates, Preparation } from '#contract/delegates'
import type { InputOf } from '#contract/endpoint'
import type { CardSource } from '#platform/cards'
import type { Ctx } from '#platform/ctx'
import { requireExecutive, requireSharedWords } from './access.ts'
import { toPreparation } from './get-preparation.ts'
import { ACTS } from './preparing.ts'
import { dropParts, noteAct } from './store.ts'

/** Takes back a part of what was prepared of a card; what is not there stays not there. */
export function takeBackPartFrom(sources: readonly CardSource[]) {
  return async function takeBackPart(
    ctx: Ctx,
    { personId, saidId, part }: InputOf<typeof delegates.takeBackPart>,
  ): Promise<Preparation> {
    const executive = await requireExecutive(ctx, personId)
    await requireSharedWords(ctx, [saidId], executive)
    const card = { executiveId: executive.ref.id, saidId }
    if (await dropParts(ctx.db, { ...card, parts: [part] })) {
      await noteAct(ctx, { ...card, kind: ACTS[part].undone })
    }
    return toPreparation(ctx, executive, sources)
  }
}
