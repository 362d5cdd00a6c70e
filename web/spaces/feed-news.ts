// What a list of posts learns while it stands open. Pure.
import type { LiveEvent } from '#contract/live'
import type { PersonId } from '#contract/ref'
import type { PostCard } from '#contract/said'
import type { FeedOrder } from '#contract/spaces'
import { isLaterThan } from './visit.ts'

export type Moved = Extract<LiveEvent, { what: 'thread-moved' }>

/**
 * Which posts of a first page are new beside those that are listed: they were written after the list was fetched, and
 * not just found further down.
 */
export function newPosts(
  found: readonly PostCard[],
  { listed, order, viewerId }: { listed: readonly PostCard[]; order: FeedOrder; viewerId: PersonId },
): PostCard[] {
  const known = new Set(listed.map(({ id }) => id))
  const oldest = listed.at(-1)
  // Whatever was there when the list was fetched and belongs above its last post stands in it.
  const until = order === 'activity' ? oldest?.lastAt : oldest?.at
  return found.filter(
    ({ id, at, author, isDeleted }) =>
      !known.has(id) &&
      author.id !== viewerId &&
      !isDeleted &&
      (until === undefined || isLaterThan(at, until)),
  )
}

/**
 * A card after its thread moved. Told twice, it changes once.
 * @param marks whether new replies are marked here: they are in what one follows
 */
export function movedCard(card: PostCard, event: Moved, marks: { viewerId: PersonId } | undefined): PostCard {
  const { replyCount, at, lastAuthor, authorId } = event
  const isNews = marks !== undefined && authorId !== marks.viewerId && !card.isNew
  const more = isNews ? Math.max(0, replyCount - card.replyCount) : 0
  return { ...card, replyCount, lastAt: at, lastAuthor, newCount: card.newCount + more }
}
