// The coming brief of somebody, as whoever prepares it may see it: their own sight decides, and of the reader's
// reading there is nothing in it, neither reasons nor pace nor which voices are unheard.
import type { CardToPrepare, delegates, Preparation } from '#contract/delegates'
import type { InputOf } from '#contract/endpoint'
import type { SaidId } from '#contract/ref'
import type { CardWords } from '#contract/said'
import type { CardSource } from '#platform/cards'
import type { Ctx } from '#platform/ctx'
import type { Reader } from '#rooms/people'
import { readCardWords } from '#rooms/spaces'
import { paceInUse, readAttention } from '../attention/store.ts'
import { planBrief } from '../plan-brief.ts'
import type { Plan, PlannedCard } from '../planned-card.ts'
import { readPreference } from '../preference.ts'
import { ACTION_SECONDS, countWords, READING_PACE, secondsOf } from '../reading-time.ts'
import { requireExecutive } from './access.ts'
import { leftOutReply, preparedIn } from './prepared-reply.ts'
import { type KeptPart, listPrepared } from './store.ts'
import { withPreparation } from './with-preparation.ts'

export function getPreparationFrom(sources: readonly CardSource[]) {
  return async function getPreparation(
    ctx: Ctx,
    { personId }: InputOf<typeof delegates.getPreparation>,
  ): Promise<Preparation> {
    return toPreparation(ctx, await requireExecutive(ctx, personId), sources)
  }
}

/** Built as of now, with what stands prepared laid over it, as it would come to its reader. */
export async function toPreparation(
  ctx: Ctx,
  executive: Reader,
  sources: readonly CardSource[],
): Promise<Preparation> {
  const { settings, weights } = await readPreference(ctx.db, executive.ref.id)
  const { minutes } = settings
  const pace = paceInUse(await readAttention(ctx.db, executive.ref.id), settings.wordsPerMinute)
  const asked = { db: ctx.db, at: ctx.now, minutes, ...pace }
  const built = await planBrief({ ...asked, reader: executive, weights }, sources)
  const parts = await listPrepared(ctx.db, executive.ref.id, ctx.now)
  const plan = await withPreparation(ctx.db, { ...asked, executiveId: executive.ref.id, parts }, built)
  return present(ctx, { executive, minutes, plan, parts })
}

type Built = { executive: Reader; minutes: Preparation['minutes']; plan: Plan; parts: readonly KeptPart[] }

async function present(ctx: Ctx, { executive, minutes, plan, parts }: Built): Promise<Preparation> {
  const reachable = reachableIn(plan, parts)
  const withoutRoom = plan.leftOut.filter(({ byId }) => byId === null).map(({ card }) => card)
  const leftOut = plan.leftOut.filter(({ byId }) => byId !== null)
  const all = [...reachable, ...withoutRoom, ...leftOut.map(({ card }) => card)]
  const words = await readCardWords(
    ctx.db,
    ctx.viewer.personId,
    all.flatMap(({ saidId }) => saidId ?? []),
  )
  const toCard = cardToPrepare(words, parts)
  return {
    for: executive.ref,
    minutes,
    cards: [
      ...reachable.flatMap((card) => toCard(card, { hasRoom: true })),
      ...withoutRoom.flatMap((card) => toCard(card, { hasRoom: false })),
    ],
    hiddenCount: reachable.filter(({ saidId }) => saidId !== null && !words.has(saidId)).length,
    unheardCount: plan.cards.filter(({ kind }) => kind === 'unheard').length,
    leftOut: (await leftOutReply(ctx.db, { leftOut }, words)).flatMap((each) => {
      const said = each.saidId === null ? undefined : words.get(each.saidId)
      return said === undefined ? [] : [{ ...each, words: said }]
    }),
  }
}

/**
 * The cards of a plan that a delegate is told of. A voice that somebody pinned stands among the pinned as anything else
 * would that was pinned: that it does not would tell that it is unheard.
 */
function reachableIn(plan: Plan, parts: readonly KeptPart[]): PlannedCard[] {
  const pinnedIds = new Set(parts.filter(({ part }) => part === 'pin').map(({ saidId }) => saidId))
  const isPinned = ({ saidId }: PlannedCard) => saidId !== null && pinnedIds.has(saidId)
  const voices = plan.cards.filter((card) => card.kind === 'unheard' && isPinned(card))
  const others = plan.cards.filter(({ kind }) => kind !== 'unheard' && kind !== 'reflect')
  return [
    ...others.filter(isPinned),
    ...voices.map((card): PlannedCard => ({ ...card, kind: 'needs-you' })),
    ...others.filter((card) => !isPinned(card)),
  ]
}

function cardToPrepare(words: ReadonlyMap<SaidId, CardWords>, parts: readonly KeptPart[]) {
  const prepared = preparedIn(parts)
  const restored = new Set(parts.filter(({ part }) => part === 'restored').map(({ saidId }) => saidId))
  return ({ saidId, kind }: PlannedCard, { hasRoom }: { hasRoom: boolean }): CardToPrepare[] => {
    const said = saidId === null ? undefined : words.get(saidId)
    if (said === undefined) return []
    return [
      {
        saidId: said.saidId,
        kind,
        words: said,
        seconds: secondsOf({
          words: countWords(said.title ?? '') + countWords(said.body),
          actionSeconds: ACTION_SECONDS[kind],
          wordsPerMinute: READING_PACE.default,
        }),
        prepared: prepared.get(said.saidId) ?? null,
        hasRoom,
        isRestored: restored.has(said.saidId),
      },
    ]
  }
}
