// What a brief keeps of voices that were drawn by chance, and what it says of how they were. Pure.
import type { PersonId } from '#contract/ref'
import type { Candidate, Drawn } from '#platform/cards'
import { type Sentence, sentence } from '#platform/say'
import type { PlannedDraw } from './planned-card.ts'

/** A draw looks so many days back; see `voices`. */
const LOOKED_BACK_DAYS = 90

/** The seed of a reader's draws of one day, which nobody chooses. */
export function seedOf(readerId: PersonId, at: Temporal.Instant): string {
  return `${readerId}:${at.toZonedDateTimeISO('UTC').toPlainDate()}`
}

type Chosen = { key: string; candidate: Pick<Candidate, 'drawn'> }

/** What is kept of a draw: its seed, and how each card that was chosen came out of it. */
export function drawOf(seed: string, chosen: readonly Chosen[]): PlannedDraw {
  return {
    seed,
    cards: chosen.flatMap(({ key, candidate: { drawn } }) => (drawn === undefined ? [] : { key, ...drawn })),
  }
}

/** Why chance chose this voice. */
export function drawnSentence({ stratum: { unit, site }, drawnFrom, silentDays, weight }: Drawn): Sentence {
  const read = { read: silentDays >= LOOKED_BACK_DAYS ? 'nothing' : 'little', days: LOOKED_BACK_DAYS }
  if (weight === 0 || (unit === '' && site === '')) {
    return sentence(
      'Drawn from {drawnFrom, plural, one {one person} other {# people}} outside your line whom you have not read',
      { drawnFrom },
    )
  }
  if (unit === '' || site === '') {
    return sentence(
      'Drawn from {drawnFrom, plural, one {one person} other {# people}} of {place}, of whom you {read, select, nothing {have read nothing in {days} days} other {read less than their share}}',
      { drawnFrom, place: unit || site, ...read },
    )
  }
  return sentence(
    'Drawn from {drawnFrom, plural, one {one person} other {# people}} of {unit}, {site}, of whom you {read, select, nothing {have read nothing in {days} days} other {read less than their share}}',
    { drawnFrom, unit, site, ...read },
  )
}
