// What a post is called and how it is counted, in words.
import { say, sayAs } from '#browser/say'
import type { PostCard } from '#contract/said'

const NAME_CHARACTERS_MAX = 80
/** From here on the server counts no further. */
const NEW_COUNTED_MAX = 100

/** What a thread is called where it has no title: its opening words, or whose it was. */
export function nameOf(post: Pick<PostCard, 'isDeleted' | 'author' | 'title' | 'opening'>): string {
  if (post.isDeleted) return say('a deleted post of {author}', { author: post.author.name })
  return post.title ?? post.opening.slice(0, NAME_CHARACTERS_MAX)
}

/** What is new about a thread: itself, or some of its replies; undefined where nothing is. */
export function newWords({ isNew, newCount }: Pick<PostCard, 'isNew' | 'newCount'>): string | undefined {
  if (isNew) return sayAs('since the last visit', 'New')
  return newCount === 0 ? undefined : say('{count} new', { count: cappedCount(newCount) })
}

/** A number as far as it was counted. */
export function cappedCount(count: number): string {
  return count >= NEW_COUNTED_MAX ? `${NEW_COUNTED_MAX - 1}+` : String(count)
}

export function repliesOf(count: number): string {
  return say('{count, plural, =0 {No reply yet} one {# reply} other {# replies}}', { count })
}
