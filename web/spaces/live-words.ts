// What live says of what came, in words.

const NUMBERS = new Intl.NumberFormat('en')

/** Who replied, for a screen reader: by name as long as that is short. */
export function announcementOf(names: readonly string[]): string {
  const [name, ...others] = [...new Set(names)]
  if (name === undefined) return ''
  if (others.length > 0) return `${NUMBERS.format(names.length)} new replies`
  return names.length === 1 ? `${name} replied` : `${name} replied ${NUMBERS.format(names.length)} times`
}

export function repliesWaiting(count: number): string {
  return count === 1 ? '1 new reply' : `${NUMBERS.format(count)} new replies`
}

/** @param isAtLeast whether there may be more than were counted */
export function postsWaiting(count: number, { isAtLeast }: { isAtLeast: boolean }): string {
  const number = `${NUMBERS.format(count)}${isAtLeast ? ' or more' : ''}`
  return count === 1 && !isAtLeast ? '1 new post' : `${number} new posts`
}
