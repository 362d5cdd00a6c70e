// In which order the cards of a brief are read.
import type { CardKind } from '#contract/brief'

type Readable = { key: string; kind: CardKind; worth: number }

// The order of kinds in a brief: what waits for the reader comes while they are fresh, thanks and reflection
// close it. Unheard voices have no place of their own: they are spread among the first three.
const OPENING_KINDS: readonly CardKind[] = ['needs-you', 'steer', 'reactions']
const CLOSING_KINDS: readonly CardKind[] = ['recognise', 'reflect']

/**
 * The order in which cards are read: needs-you, steer and reactions, each by worth, with the unheard voices spread
 * evenly among them, so that the second card is one and a brief broken off early has still heard somebody; then
 * recognise, and last reflect.
 */
export function inReadingOrder<Card extends Readable>(cards: readonly Card[]): Card[] {
  const ofKind = (kind: CardKind) => cards.filter((card) => card.kind === kind).toSorted(byWorth)
  const opening = OPENING_KINDS.flatMap(ofKind)
  const voices = ofKind('unheard')
  const spread = voices.map((card, index) => ({
    card,
    after: Math.min(opening.length, 1 + Math.floor((index * opening.length) / voices.length)),
  }))
  const mixed = opening.flatMap((card, index) => [
    card,
    ...spread.filter(({ after }) => after === index + 1).map((voice) => voice.card),
  ])
  return [...(opening.length === 0 ? voices : mixed), ...CLOSING_KINDS.flatMap(ofKind)]
}

function byWorth(a: Readable, b: Readable): number {
  return b.worth - a.worth || (a.key < b.key ? -1 : 1)
}
