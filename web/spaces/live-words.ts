// What live says of what came, in words.
import { say } from '#browser/say'

/** Who replied, for a screen reader: by name as long as that is short. */
export function announcementOf(names: readonly string[]): string {
  const [name, ...others] = [...new Set(names)]
  if (name === undefined) return ''
  if (others.length > 0) return repliesWaiting(names.length)
  return say('{count, plural, =1 {{name} replied} other {{name} replied # times}}', {
    name,
    count: names.length,
  })
}

export function repliesWaiting(count: number): string {
  return say('{count, plural, one {# new reply} other {# new replies}}', { count })
}

/** @param isAtLeast whether there may be more than were counted */
export function postsWaiting(count: number, { isAtLeast }: { isAtLeast: boolean }): string {
  return isAtLeast
    ? say('{count, plural, other {# or more new posts}}', { count })
    : say('{count, plural, one {# new post} other {# new posts}}', { count })
}
