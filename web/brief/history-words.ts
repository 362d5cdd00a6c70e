// What the list of past briefs says, in short sentences. Pure.
import { say } from '#browser/say'
import type { CardAction } from '#contract/brief'
import type { PastBrief, WeeksTakenPart } from '#contract/brief-history'

export const DONE_WORDS: Record<CardAction, string> = {
  answer: say('Answered'),
  'ask-more': say('Asked for more'),
  route: say('Routed'),
  thank: say('Thanked'),
  save: say('Saved'),
  later: say('Put off'),
  'not-for-me': say('Not for you'),
  'still-true': say('Found still true'),
  reflect: say('Reflected'),
  read: say('Read'),
}

/** How steadily somebody took part; undefined before there was a brief. */
export function weeksSentence({ takenPart, of }: WeeksTakenPart): string | undefined {
  if (of === 0) return undefined
  if (of === 1)
    return takenPart === 0
      ? say('You have not taken part this week yet.')
      : say('You took part this week, your first.')
  return say('You took part in {takenPart} of the last {of} weeks.', { takenPart, of })
}

/** How long a brief took beside what was planned for it. */
export function timeSentence({ secondsSpent, secondsPlanned }: PastBrief): string {
  const planned = wholeMinutes(secondsPlanned)
  if (secondsSpent === 0)
    return say('Planned: {planned, plural, one {# minute} other {# minutes}}.', { planned })
  if (secondsSpent < 60)
    return say('Less than a minute of {planned, plural, one {# minute} other {# minutes}} planned.', {
      planned,
    })
  return say(
    '{spent, plural, one {# minute} other {# minutes}} of {planned, plural, one {# minute} other {# minutes}} planned.',
    { spent: wholeMinutes(secondsSpent), planned },
  )
}

function wholeMinutes(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60))
}

/** Briefs under the day on which they were, as the device reckons days, in their order. */
export function byDay(briefs: readonly PastBrief[], dayOf: (at: Date) => string): [string, PastBrief[]][] {
  return [...Map.groupBy(briefs, ({ at }) => dayOf(new Date(at)))]
}
