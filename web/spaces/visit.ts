// What was new in a thread when one came to it. Pure.
import type { PersonId } from '#contract/ref'
import type { Reply, Thread } from '#contract/said'

/** What a visit began with; it stays while marks move on. */
export type Visit = Pick<Thread, 'seenAt' | 'firstNewId' | 'newCount'>

/** Whether one instant comes after another; both in ISO 8601, with whichever offset. */
export function isLaterThan(at: string, other: string): boolean {
  return Date.parse(at) > Date.parse(other)
}

/** What was new when a thread was opened. A thread that is new as a whole has nothing that is newer than the rest. */
export function visitOf({ post, seenAt, firstNewId, newCount }: Thread): Visit {
  const isAllNew = seenAt === null || isLaterThan(post.at, seenAt)
  return isAllNew ? { seenAt: null, firstNewId: null, newCount: 0 } : { seenAt, firstNewId, newCount }
}

/** Whether a reply came since the last visit. What one said oneself is never new, and neither is a trace. */
export function isNewReply({ at, author, isDeleted }: Reply, { seenAt }: Visit, viewerId: PersonId): boolean {
  return seenAt !== null && isLaterThan(at, seenAt) && author.id !== viewerId && !isDeleted
}
