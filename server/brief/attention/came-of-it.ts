// What a brief says of what came of one's own words. Pure.
import type { CameOfIt } from '#platform/cards'
import { moment, type Sentence, sentence } from '#platform/say'
import type { KeptCame } from '../planned-card.ts'

/** What came of one's words is worth more the more people it came from, and never more than what waits for an answer. */
export function worthOfCame({ people }: CameOfIt): number {
  return Math.min(3, 1 + Math.log2(people) / 2)
}

/** Within so many days a weekday says when it was. */
const WEEKDAY_DAYS = 6

/** "12 people answered what you asked on Monday: 7 agree, 2 are concerned". */
export function cameSentence(came: KeptCame, when: { at: Temporal.Instant; timeZone: string }): Sentence {
  const saidAt = Temporal.Instant.from(came.saidAt)
  const isRecent = saidAt.until(when.at).total('hours') < 24 * WEEKDAY_DAYS
  const shown = isRecent ? { weekday: 'long' as const } : { day: 'numeric' as const, month: 'long' as const }
  const values = {
    people: came.people,
    kind: came.wasQuestion ? 'question' : 'other',
    day: moment(saidAt, { timeZone: when.timeZone, ...shown }),
  }
  const reactions = reactionsIn(came)
  if (reactions === undefined) {
    return sentence(
      '{people, plural, one {One person} other {# people}} answered what you {kind, select, question {asked} other {said}} on {day}',
      values,
    )
  }
  return sentence(
    '{people, plural, one {One person} other {# people}} answered what you {kind, select, question {asked} other {said}} on {day}: {reactions}',
    { ...values, reactions },
  )
}

/** The reactions as a list, each kind with its number; undefined where there are none. */
function reactionsIn({ agree, thank, curious, concerned }: KeptCame): Sentence | undefined {
  const all = [
    { count: agree, said: sentence('{count, plural, one {one agrees} other {# agree}}', { count: agree }) },
    { count: thank, said: sentence('{count, plural, one {one thanks} other {# thank}}', { count: thank }) },
    {
      count: curious,
      said: sentence('{count, plural, one {one is curious} other {# are curious}}', { count: curious }),
    },
    {
      count: concerned,
      said: sentence('{count, plural, one {one is concerned} other {# are concerned}}', { count: concerned }),
    },
  ]
  return all
    .flatMap(({ count, said }) => (count === 0 ? [] : [said]))
    .reduce<Sentence | undefined>(
      (before, each) => (before === undefined ? each : sentence('{before}, {each}', { before, each })),
      undefined,
    )
}
