// A brief belongs to its reader; to everybody else it does not exist.
import type { BriefId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { readCardWords } from '#rooms/spaces'
import type { PlannedCard } from './planned-card.ts'
import { findBrief, type StoredBrief } from './store.ts'

export async function requireBrief(ctx: Ctx, id: BriefId): Promise<StoredBrief> {
  const brief = await findBrief(ctx.db, id, ctx.viewer.personId)
  if (brief === undefined) throw refusal('not-found', 'no-such-brief', 'This brief does not exist for you.')
  return brief
}

export function requireCard(brief: StoredBrief, key: string): PlannedCard {
  const card = brief.plan.cards.find((each) => each.key === key)
  if (card === undefined) throw noSuchCard()
  return card
}

/** A card whose words the reader may still see: what was deleted or hidden since is in no brief any more. */
export async function requireCardInSight(ctx: Ctx, brief: StoredBrief, key: string): Promise<PlannedCard> {
  const card = requireCard(brief, key)
  const saidIds = card.saidId === null ? [] : [card.saidId]
  const words = await readCardWords(ctx.db, ctx.viewer.personId, saidIds)
  if (words.size < saidIds.length) throw noSuchCard()
  return card
}

function noSuchCard() {
  return refusal('not-found', 'no-such-card', 'This card is not in this brief.')
}
