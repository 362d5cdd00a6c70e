// A plan → the brief as the contract has it: words read anew, through the visibility rule.
import type { Brief, Card } from '#contract/brief'
import type { Language } from '#contract/language'
import type { SaidId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { say } from '#platform/say'
import { findReader, type Reader } from '#rooms/people'
import { readCardWords } from '#rooms/spaces'
import { cameSentence } from './attention/came-of-it.ts'
import { attentionReply, findAttention, readAttention } from './attention/store.ts'
import { leftOutReply, preparedIn, preparedOfCard } from './delegates/prepared-reply.ts'
import { listPrepared } from './delegates/store.ts'
import { drawnSentence } from './drawn.ts'
import { nextSitting } from './next-sitting.ts'
import type { PlannedCard } from './planned-card.ts'
import { readPreference } from './preference.ts'
import { saidCard } from './said-card.ts'
import { listOutcomes, type StoredBrief } from './store.ts'

export const FALLBACK_TIME_ZONE = 'UTC'

export async function requireReader(ctx: Ctx): Promise<Reader> {
  const reader = await findReader(ctx.db, ctx.viewer.personId)
  if (reader === undefined)
    throw refusal('not-found', 'no-such-person', 'You are not in this network any more.')
  return reader
}

/** A brief to show; one that is only a preview has no id and nothing done. */
export async function toReply(
  ctx: Ctx,
  brief: Omit<StoredBrief, 'id'> & { id: StoredBrief['id'] | null },
): Promise<Brief> {
  const reader = await requireReader(ctx)
  const { plan } = brief
  const all = [...plan.cards, ...plan.leftOut.map(({ card }) => card)]
  const saidIds = all.flatMap(({ saidId }) => saidId ?? [])
  const words = await readCardWords(ctx.db, ctx.viewer.personId, saidIds)
  const outcomes = brief.id === null ? new Map() : await listOutcomes(ctx.db, brief.id)
  const { settings } = await readPreference(ctx.db, ctx.viewer.personId)
  const prepared = preparedIn(await listPrepared(ctx.db, ctx.viewer.personId, ctx.now))
  const timeZone = reader.timeZone ?? FALLBACK_TIME_ZONE
  const rhythm = { ...settings, timeZone }
  const { minutes } = await readAttention(ctx.db, ctx.viewer.personId)
  const attention = await findAttention(ctx.db, ctx.viewer.personId, { minutes, at: ctx.now, rhythm })
  return {
    id: brief.id,
    for: reader.ref,
    minutes: brief.minutes,
    builtAt: brief.builtAt.toString(),
    secondsBudget: brief.minutes * 60,
    secondsPlanned: plan.secondsPlanned,
    secondsUnheard: plan.secondsUnheard,
    cards: plan.cards.flatMap((card): Card[] => {
      const said = card.saidId === null ? null : words.get(card.saidId as SaidId)
      // Deleted or out of sight since the brief was built: the card goes, and nothing says what it was.
      if (said === undefined) return []
      const done = outcomes.get(card.key)?.action ?? null
      const kept = shown(card, ctx.viewer.language)
      const drawn = plan.draw?.cards.find(({ key }) => key === card.key)
      const why = [
        ...(drawn === undefined ? [] : [drawnSentence(drawn)]),
        ...(card.came === undefined ? [] : [cameSentence(card.came, { at: ctx.now, timeZone })]),
      ].map((each) => say(ctx.viewer.language, each))
      return [
        {
          ...kept,
          facts: [...kept.facts, ...why],
          words: said,
          done,
          prepared: preparedOfCard(card, prepared),
        },
      ]
    }),
    leftOut: await leftOutReply(ctx.db, plan, words),
    candidateCount: plan.candidateCount,
    nextAt: (attention?.goesOnAt ?? nextSitting(ctx.now, rhythm)).toString(),
    attention: attentionReply(attention),
  }
}

function shown(card: PlannedCard, language: Language) {
  const { key, kind, seconds, actions } = card
  return { key, kind, seconds, actions, ...saidCard(card, language) }
}
