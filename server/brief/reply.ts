// A plan → the brief as the contract has it: words read anew, through the visibility rule.
import type { Brief, Card } from '#contract/brief'
import type { Language } from '#contract/language'
import type { SaidId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { say } from '#platform/say'
import { readCardWords } from '#rooms/spaces'
import { requireStanding } from './access.ts'
import { cameSentence } from './attention/came-of-it.ts'
import { attentionReply } from './attention/store.ts'
import { leftOutReply, preparedIn, preparedOfCard } from './delegates/prepared-reply.ts'
import { type KeptPart, listPrepared } from './delegates/store.ts'
import { drawnSentence } from './drawn.ts'
import { nextSitting } from './next-sitting.ts'
import type { PlannedCard } from './planned-card.ts'
import { saidCard } from './said-card.ts'
import type { Standing } from './standing.ts'
import { listOutcomes, type StoredBrief } from './store.ts'

/** What whoever builds a brief has read already, so that it is not read again to show it. */
export type Known = { standing: Standing; parts?: readonly KeptPart[] }

/** A brief to show; one that is only a preview has no id and nothing done. */
export async function toReply(
  ctx: Ctx,
  brief: Omit<StoredBrief, 'id'> & { id: StoredBrief['id'] | null },
  known?: Known,
): Promise<Brief> {
  const { reader, rhythm, attention } = known?.standing ?? (await requireStanding(ctx))
  const parts = known?.parts ?? (await listPrepared(ctx.db, ctx.viewer.personId, ctx.now))
  const prepared = preparedIn(parts)
  const { plan } = brief
  const all = [...plan.cards, ...plan.leftOut.map(({ card }) => card)]
  const saidIds = all.flatMap(({ saidId }) => saidId ?? [])
  const words = await readCardWords(ctx.db, ctx.viewer.personId, saidIds)
  const outcomes = brief.id === null ? new Map() : await listOutcomes(ctx.db, brief.id)
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
        ...(card.came === undefined
          ? []
          : [cameSentence(card.came, { at: ctx.now, timeZone: rhythm.timeZone })]),
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
