// What a delegate prepared, laid over a plan. Pure; the unheard share is out of its reach.
import type { PersonId, SaidId } from '#contract/ref'
import type { Plan, PlannedCard } from '../planned-card.ts'

export type Preparation = {
  /** What was pinned, each as the card it would be if nothing else brought it. */
  pinned: readonly PlannedCard[]
  /** The order that was given to cards: lower comes first. */
  places: ReadonlyMap<SaidId, number>
  removed: ReadonlyMap<SaidId, { byId: PersonId; reason: string }>
}

/**
 * The plan as it was prepared. Pinned cards come first, those that were put in order take one another's places, and
 * removed ones are left out. Voices that the reader has not heard stay every one, and none comes later than it would
 * have; a prompt to reflect stays last. What the minutes do not hold beside them is left out visibly: pinned cards in
 * their order, then the others from the most worth down, as they fit. Applied once more, it changes nothing.
 *
 * @param budgetSeconds the minutes of the brief; what the plan keeps within, the outcome keeps within
 */
export function applyPreparation(plan: Plan, preparation: Preparation, budgetSeconds: number): Plan {
  const voices = plan.cards.filter(isOutOfReach)
  const voiceIds = new Set(voices.map(({ saidId }) => saidId))
  const reachable = plan.cards.filter((card) => !isOutOfReach(card))
  const removed = reachable.filter((card) => removalOf(preparation, card) !== undefined)
  const kept = reachable.filter((card) => !removed.includes(card))
  const known = [...kept, ...plan.leftOut.map(({ card }) => card)]
  const pinned = pinnedFirst(known, preparation).filter(
    (card) => !voiceIds.has(card.saidId) && removalOf(preparation, card) === undefined,
  )
  const others = inGivenOrder(
    kept.filter((card) => !pinned.includes(card)),
    preparation,
  )
  const room = budgetSeconds - secondsIn(voices)
  const { fitting, crowded } = fitIn([...pinned, ...others.toSorted(byWorth)], room)
  const cards = amongVoices(
    [...pinned, ...others].filter((card) => fitting.has(card)),
    plan,
  )
  const leftOut = [
    ...plan.leftOut,
    ...removed.map((card) => ({ card, byId: null, reason: null, ...removalOf(preparation, card) })),
    ...crowded.map((card) => ({ card, byId: null, reason: null })),
  ]
  return { ...plan, cards, leftOut: eachOnce(leftOut), secondsPlanned: secondsIn(cards) }
}

function isOutOfReach({ kind }: PlannedCard): boolean {
  return kind === 'unheard'
}

function removalOf({ removed }: Preparation, { saidId }: PlannedCard) {
  return saidId === null ? undefined : removed.get(saidId)
}

/** Pinned cards in order; one that the plan knows already is that one. */
function pinnedFirst(known: readonly PlannedCard[], { pinned, places }: Preparation): PlannedCard[] {
  return pinned
    .map((pin) => known.find(({ saidId }) => saidId === pin.saidId) ?? pin)
    .toSorted((one, other) => placeOf(one, places) - placeOf(other, places))
}

function placeOf({ saidId }: PlannedCard, places: Preparation['places']): number {
  return (saidId === null ? undefined : places.get(saidId)) ?? Number.MAX_SAFE_INTEGER
}

/** Cards that were put in order take one another's places, so that those which a delegate cannot see keep theirs. */
function inGivenOrder(cards: readonly PlannedCard[], { places }: Preparation): PlannedCard[] {
  const isPlaced = ({ saidId }: PlannedCard) => saidId !== null && places.has(saidId)
  const placed = cards
    .filter(isPlaced)
    .toSorted((one, other) => placeOf(one, places) - placeOf(other, places))
  const next = placed.values()
  return cards.map((card) => (isPlaced(card) ? (next.next().value ?? card) : card))
}

function fitIn(cards: readonly PlannedCard[], room: number) {
  const fitting = new Set<PlannedCard>()
  const crowded: PlannedCard[] = []
  let left = room
  for (const card of cards) {
    if (card.seconds > left) crowded.push(card)
    else {
      fitting.add(card)
      left -= card.seconds
    }
  }
  return { fitting, crowded }
}

/** Every voice stands where it stood, or earlier where fewer cards come before it. */
function amongVoices(cards: readonly PlannedCard[], plan: Plan): PlannedCard[] {
  const isClosing = ({ kind }: PlannedCard) => kind === 'reflect'
  const mixed = cards.filter((card) => !isClosing(card))
  for (const [index, card] of plan.cards.entries()) {
    if (isOutOfReach(card)) mixed.splice(Math.min(index, mixed.length), 0, card)
  }
  return [...mixed, ...cards.filter(isClosing)]
}

function byWorth(one: PlannedCard, other: PlannedCard): number {
  return worthIn(other) - worthIn(one)
}

function worthIn({ terms }: PlannedCard): number {
  return terms.reduce((sum, { points }) => sum + points, 0)
}

function secondsIn(cards: readonly PlannedCard[]): number {
  return cards.reduce((sum, { seconds }) => sum + seconds, 0)
}

function eachOnce(leftOut: Plan['leftOut']): Plan['leftOut'] {
  const firstOf = (key: string) => leftOut.findIndex(({ card }) => card.key === key)
  return leftOut.filter(({ card }, index) => firstOf(card.key) === index)
}
