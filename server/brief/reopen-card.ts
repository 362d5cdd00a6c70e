import type { Brief, brief } from '#contract/brief'
import type { InputOf } from '#contract/endpoint'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { putBackReview, takeBackPassingOn } from '#rooms/answers'
import { asSaid, deleteWords, takeBackReaction, unsaveWords } from '#rooms/spaces'
import { requireBrief, requireCard } from './access.ts'
import { unlearn } from './adapt-weights.ts'
import { readPreference, writePreference } from './preference.ts'
import { toReply } from './reply.ts'
import { deleteOutcome, deleteReflection, listOutcomes } from './store.ts'

/** Takes back what was done with a card, as far as it left a trace: a reply, a reaction, something saved. */
export async function reopenCard(ctx: Ctx, input: InputOf<typeof brief.reopenCard>): Promise<Brief> {
  const stored = await requireBrief(ctx, input.briefId)
  const card = requireCard(stored, input.cardKey)
  const outcome = (await listOutcomes(ctx.db, stored.id)).get(card.key)
  if (outcome === undefined) throw refusal('conflict', 'card-open', 'Nothing was done with this card yet.')
  const personId = ctx.viewer.personId
  if (outcome.madeReplyId !== null) await deleteWords(ctx, { saidId: asSaid(outcome.madeReplyId) })
  if (outcome.madeReaction && card.saidId !== null) {
    await takeBackReaction(ctx, { saidId: card.saidId, kind: 'thank' })
  }
  if (outcome.madeSaved && card.saidId !== null) await unsaveWords(ctx, { saidId: card.saidId })
  if (outcome.action === 'not-for-me' && card.postId !== null)
    await takeBackPassingOn(ctx, { postId: card.postId, at: outcome.at })
  if (outcome.action === 'still-true' && card.postId !== null && card.reviewOn !== undefined)
    await putBackReview(ctx, { postId: card.postId, reviewOn: card.reviewOn })
  if (outcome.madeReflectionId !== null) {
    await deleteReflection(ctx.db, { id: outcome.madeReflectionId, personId })
  }
  const preference = await readPreference(ctx.db, personId)
  await writePreference(ctx.db, personId, {
    ...preference,
    weights: unlearn(preference.weights, outcome.lesson ?? {}),
  })
  await deleteOutcome(ctx.db, { briefId: stored.id, cardKey: card.key })
  return toReply(ctx, stored)
}
