// A brief belongs to its reader; to everybody else it does not exist.
import type { BriefId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import type { PlannedCard } from './planned-card.ts'
import { findBrief, type StoredBrief } from './store.ts'

export async function requireBrief(ctx: Ctx, id: BriefId): Promise<StoredBrief> {
  const brief = await findBrief(ctx.db, id, ctx.viewer.personId)
  if (brief === undefined) throw refusal('not-found', 'no-such-brief', 'This brief does not exist for you.')
  return brief
}

export function requireCard(brief: StoredBrief, key: string): PlannedCard {
  const card = brief.plan.cards.find((each) => each.key === key)
  if (card === undefined) throw refusal('not-found', 'no-such-card', 'This card is not in this brief.')
  return card
}
