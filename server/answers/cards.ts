// What answers offer to the brief: what one is asked as one of a role, what was put to one, what one answers
// for, and what waits in one's office hours.
import type { CardSource } from '#platform/cards'
import { hoursCards } from './hours/cards.ts'
import { routingCards } from './routing/cards.ts'
import { reviewCards } from './standing/review-cards.ts'
import { askedCards } from './whom/cards.ts'

export const answersCards: CardSource = async (question) =>
  (
    await Promise.all([askedCards, routingCards, reviewCards, hoursCards].map((source) => source(question)))
  ).flat()
