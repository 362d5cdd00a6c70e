// What answering a brief by mail does: the words of the mail answer the card, as they would on the page.
import type { Ctx } from '#platform/ctx'
import { Refusal, refusal } from '#platform/refusal'
import { say, sentence } from '#platform/say'
import { type MailAct, oneButtonLink } from '#rooms/mail'
import { requireBrief, requireCardInSight } from '../access.ts'
import { finishCard } from '../finish-card.ts'
import { actionOfWords } from './card-ways.ts'
import { cardIn } from './link-acts.ts'
import { ANSWER_CARD, ASK_WHICH, REOPEN_CARD } from './names-of-acts.ts'

const TAKING_BACK_HOURS = 24

export function briefMailActs(settings: { baseUrl: string }): readonly MailAct[] {
  return [
    { name: ANSWER_CARD, take: (ctx, said) => answerCard(ctx, settings, said) },
    {
      name: ASK_WHICH,
      take: async () => {
        throw refusal(
          'conflict',
          'which-card',
          'Your brief has several cards, and nothing says which one your mail answers, so nothing was posted. Each card has an address of its own: “Answer by mail”. Send your words there.',
        )
      },
    },
  ]
}

type Said = Parameters<MailAct['take']>[1]

/** @returns for a plain answer to the whole letter, which card it answered and how to take it back */
async function answerCard(
  ctx: Ctx,
  settings: { baseUrl: string },
  { facts, body }: Said,
): Promise<string | undefined> {
  const meant = cardIn(facts)
  const card = await requireCardInSight(ctx, await requireBrief(ctx, meant.briefId), meant.cardKey)
  const action = actionOfWords(card)
  if (action === undefined)
    throw refusal('conflict', 'no-such-action', 'This card cannot be answered by mail.')
  try {
    await finishCard(ctx, { ...meant, action, body })
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'card-done') throw error
    throw refusal(
      'conflict',
      'card-done',
      'This card of your brief was done already, so your mail was not posted. To say more, answer in its thread.',
    )
  }
  if (facts.isPlain !== true) return undefined
  const takeBack = await oneButtonLink(ctx.db, settings, {
    personId: ctx.viewer.personId,
    act: REOPEN_CARD,
    facts: meant,
    expiresAt: ctx.now.add({ hours: TAKING_BACK_HOURS }),
  })
  return say(
    ctx.viewer.language,
    sentence(
      'Your mail answered this card of your brief: “{line}”. If you meant another one, take it back within a day: {takeBack}',
      { line: card.line, takeBack },
    ),
  )
}
