// What a card tells of a poll: how many answered, and how long it is open.
import { now } from '#browser/clock'
import type { PollGlimpse as Glimpse } from '#contract/polls'
import { timeUntil } from '../ui/relative-time.ts'

export function PollGlimpse({ poll: { answered, isClosed, closesAt } }: { poll: Glimpse }) {
  const left = closesAt === null ? '' : `, closes ${timeUntil(new Date(closesAt), now())}`
  return <span>{`Poll: ${answered} answered${isClosed ? ', closed' : left}`}</span>
}
