// A brief belongs to its reader; to everybody else it does not exist.
import type { BriefId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { findReader, type Reader } from '#rooms/people'
import { readCardWords } from '#rooms/spaces'
import type { PlannedCard } from './planned-card.ts'
import { type Standing, standingOf } from './standing.ts'
import { findBrief, type StoredBrief } from './store.ts'

export async function requireReader(ctx: Ctx): Promise<Reader> {
  const reader = await findReader(ctx.db, ctx.viewer.personId)
  if (reader === undefined) throw noSuchReader()
  return reader
}

/** The viewer's brief and the minutes they have for it, as they stand now. */
export async function requireStanding(ctx: Ctx): Promise<Standing> {
  const standing = await standingOf(ctx.db, ctx.viewer.personId, ctx.now)
  if (standing === undefined) throw noSuchReader()
  return standing
}

function noSuchReader() {
  return refusal('not-found', 'no-such-person', 'You are not in this network any more.')
}

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
