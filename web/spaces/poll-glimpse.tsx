// What a card tells of a poll: how many answered, and how long it is open.
import { now } from '#browser/clock'
import { say } from '#browser/say'
import type { PollGlimpse as Glimpse } from '#contract/polls'
import { timeUntil } from '../ui/relative-time.ts'

export function PollGlimpse({ poll: { answered, isClosed, closesAt } }: { poll: Glimpse }) {
  if (isClosed)
    return <span>{say('Poll: {answered, plural, other {# answered}}, closed', { answered })}</span>
  if (closesAt === null)
    return <span>{say('Poll: {answered, plural, other {# answered}}', { answered })}</span>
  const when = timeUntil(new Date(closesAt), now())
  return <span>{say('Poll: {answered, plural, other {# answered}}, closes {when}', { answered, when })}</span>
}
