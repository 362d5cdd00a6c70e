import type { CardAction } from '#contract/brief'
import type { PersonId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import type { PlannedCard } from '../planned-card.ts'
import { hasDrafted } from './store.ts'

type Sent = { action: CardAction; draftedById?: PersonId | undefined }

/**
 * Holds that an answer goes back to a draft of the person it names. A draft that was taken back or replaced meanwhile
 * still counts: the answer may have waited on a device without a line.
 */
export async function requireDraft(
  ctx: Ctx,
  { card, input }: { card: PlannedCard; input: Sent },
): Promise<void> {
  const { action, draftedById: delegateId } = input
  if (delegateId === undefined) return
  const asked = { executiveId: ctx.viewer.personId, delegateId }
  const isDrafted = card.saidId !== null && (await hasDrafted(ctx.db, { ...asked, saidId: card.saidId }))
  if (action !== 'answer' || !isDrafted) {
    throw refusal('invalid', 'no-such-draft', 'This person has drafted no answer to this card.')
  }
}
