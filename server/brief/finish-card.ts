import type { Brief, brief } from '#contract/brief'
import type { InputOf } from '#contract/endpoint'
import type { PersonId, PostId, ReplyId, SaidId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import { refusal, refuseIf } from '#platform/refusal'
import { confirmStillTrue, passOnIfAsked } from '#rooms/answers'
import { personRefs } from '#rooms/people'
import { addReply, keepWords, mayReadThread, mentionOf, react, readCardWords } from '#rooms/spaces'
import { noteReading } from '#rooms/voices'
import { requireBrief, requireCardInSight } from './access.ts'
import { adaptWeights, lessonOf } from './adapt-weights.ts'
import { backAfter, meansRead, whyNotFinish } from './card-actions.ts'
import { requireDraft } from './delegates/require-draft.ts'
import type { PlannedCard } from './planned-card.ts'
import { readPreference, writePreference } from './preference.ts'
import { toReply } from './reply.ts'
import { saidCard } from './said-card.ts'
import { insertOutcome, insertReflection, listOutcomes } from './store.ts'
import { isWorthFeature } from './worth.ts'

type Input = InputOf<typeof brief.finishCard>
type Made = { replyId?: ReplyId; hasReacted?: boolean; hasSaved?: boolean; reflectionId?: string }

/** Does one thing with a card, once, and learns a little from it. */
export async function finishCard(ctx: Ctx, input: Input): Promise<Brief> {
  const stored = await requireBrief(ctx, input.briefId)
  const card = await requireCardInSight(ctx, stored, input.cardKey)
  refuseIf(whyNotFinish(card, { action: input.action, body: input.body, personId: input.personId }))
  if ((await listOutcomes(ctx.db, stored.id)).has(card.key)) throw isDone()
  await requireDraft(ctx, { card, input })
  const made = await carryOut(ctx, { card, input })
  if (card.saidId !== null && meansRead(input.action)) {
    await noteReading(ctx, { saidId: card.saidId, seconds: input.seconds ?? card.seconds })
  }
  const lesson = await learn(ctx, { card, input })
  const isFirst = await insertOutcome(ctx.db, {
    briefId: stored.id,
    cardKey: card.key,
    personId: ctx.viewer.personId,
    action: input.action,
    seconds: input.seconds,
    at: ctx.now,
    backAt: backAfter(input.action, ctx.now),
    madeReplyId: made.replyId,
    madeReaction: made.hasReacted ?? false,
    madeSaved: made.hasSaved ?? false,
    madeReflectionId: made.reflectionId,
    lesson,
  })
  // Another device may have been faster; throwing takes back what was carried out here.
  if (!isFirst) throw isDone()
  return toReply(ctx, stored)
}

function isDone() {
  return refusal('conflict', 'card-done', 'This card is done already.')
}

async function carryOut(ctx: Ctx, { card, input }: { card: PlannedCard; input: Input }): Promise<Made> {
  const { action, body = '' } = input
  if (action === 'reflect') return reflect(ctx, { prompt: saidCard(card, ctx.viewer.language).prompt, body })
  if (card.saidId === null || card.postId === null) return {}
  if (action === 'save') return { hasSaved: await keepWords(ctx, { saidId: card.saidId, note: input.body }) }
  if (action === 'thank') {
    const hadThanked = await hasThanked(ctx, card.saidId)
    await react(ctx, { saidId: card.saidId, kind: 'thank' })
    return { hasReacted: !hadThanked }
  }
  if (action === 'not-for-me' && card.kind === 'needs-you')
    await passOnIfAsked(ctx, { postId: card.postId, why: input.body })
  if (action === 'still-true') await confirmStillTrue(ctx, { postId: card.postId })
  const { draftedById } = input
  if (action === 'answer' || action === 'ask-more')
    return reply(ctx, { card, postId: card.postId, body, draftedById })
  if (action === 'route' && input.personId !== undefined) {
    return reply(ctx, {
      card,
      postId: card.postId,
      body: await routingWords(ctx, { ...input, postId: card.postId, personId: input.personId }),
    })
  }
  return {}
}

async function hasThanked(ctx: Ctx, saidId: SaidId): Promise<boolean> {
  const words = (await readCardWords(ctx.db, ctx.viewer.personId, [saidId])).get(saidId)
  return words?.reactions.some(({ kind, isYours }) => kind === 'thank' && isYours) ?? false
}

type Answered = { card: PlannedCard; postId: PostId; body: string; draftedById?: PersonId | undefined }

async function reply(ctx: Ctx, said: Answered): Promise<Made> {
  const replyId = newId<ReplyId>(ctx.now)
  await addReply(ctx, {
    id: replyId,
    postId: said.postId,
    answersId: said.card.replyId ?? undefined,
    body: said.body,
    draftedById: said.draftedById,
  })
  return { replyId }
}

/** Routing is said in the open: a reply that mentions the person, who must be able to read it. */
async function routingWords(
  ctx: Ctx,
  { personId, postId, body }: { personId: PersonId; postId: PostId; body?: string | undefined },
): Promise<string> {
  const person = (await personRefs(ctx.db, [personId])).get(personId)
  if (person === undefined)
    throw refusal('not-found', 'no-such-person', 'This person does not exist for you.')
  if (!(await mayReadThread(ctx.db, personId, postId))) {
    throw refusal(
      'conflict',
      'cannot-read',
      '{name} may not read this thread. Invite them to the space first.',
      { name: person.name },
    )
  }
  return `${mentionOf(person)} ${body ?? 'could you take this?'}`
}

async function reflect(ctx: Ctx, said: { prompt: string | null; body: string }): Promise<Made> {
  const reflectionId = newId<string>(ctx.now)
  await insertReflection(ctx.db, { ...said, id: reflectionId, personId: ctx.viewer.personId, at: ctx.now })
  return { reflectionId }
}

/** @returns what was learned, so that taking the deed back takes the lesson back */
async function learn(ctx: Ctx, { card, input }: { card: PlannedCard; input: Input }): Promise<object> {
  const preference = await readPreference(ctx.db, ctx.viewer.personId)
  const terms = card.terms.flatMap(({ feature, points }) =>
    isWorthFeature(feature) ? [{ feature, points }] : [],
  )
  const weights = adaptWeights(preference.weights, { terms, action: input.action })
  await writePreference(ctx.db, ctx.viewer.personId, { ...preference, weights })
  return lessonOf(preference.weights, weights)
}
