// By which ways a card of a letter is answered. Pure.
import type { Brief, Card, CardAction } from '#contract/brief'

/** What one button can do: it needs no words and nobody to be chosen. */
export const BUTTONS = ['still-true', 'thank', 'save', 'later', 'not-for-me'] as const satisfies CardAction[]
export type ButtonAction = (typeof BUTTONS)[number]

export function buttonsOf(card: Pick<Card, 'actions'>): ButtonAction[] {
  return BUTTONS.filter((action) => card.actions.includes(action))
}

const BY_WORDS = ['answer', 'ask-more', 'reflect'] as const satisfies CardAction[]

/** What the words of a mail do with a card; undefined where words do nothing. */
export function actionOfWords(card: Pick<Card, 'actions'>): (typeof BY_WORDS)[number] | undefined {
  return BY_WORDS.find((action) => card.actions.includes(action))
}

/**
 * The card that a plain answer to the whole letter answers: the first that needs its reader, else the only one that can
 * be answered. With several that are alike, nobody could tell which was meant.
 */
export function cardOfPlainReply<Each extends Pick<Card, 'kind' | 'actions'>>(
  cards: readonly Each[],
): Each | undefined {
  const answerable = cards.filter((card) => actionOfWords(card) !== undefined)
  const needed = answerable.find(({ kind }) => kind === 'needs-you')
  return needed ?? (answerable.length === 1 ? answerable[0] : undefined)
}

/** The cards of a brief that a letter carries: those that wait, without what letters told of before. */
export function cardsToCarry({ cards }: Pick<Brief, 'cards'>, told: ReadonlySet<string>): Card[] {
  return cards.filter(({ key, done }) => done === null && !told.has(key))
}

/** A prompt to reflect is no reason to write to anybody. */
export function isWorthALetter(cards: readonly Pick<Card, 'kind'>[]): boolean {
  return cards.some(({ kind }) => kind !== 'reflect')
}
