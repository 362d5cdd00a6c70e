// What the page says of a space.
import { say, sayAs } from '#browser/say'
import type { SpaceCard } from '#contract/spaces'

/** How open a space is, in a word. */
export const VISIBILITIES = {
  open: sayAs('a space', 'Open'),
  closed: sayAs('a space', 'Closed'),
  private: sayAs('a space', 'Private'),
} as const

const OPENNESS = {
  open: say('Open: everyone reads, everyone may join'),
  closed: say('Closed: everyone sees that it is there, members read'),
  private: say('Private: only members know of it'),
} as const

/** How open a space is, in a sentence without a full stop. */
export function opennessOf(space: Pick<SpaceCard, 'visibility'>): string {
  return OPENNESS[space.visibility]
}

export function membersOf(count: number): string {
  return say('{count, plural, one {# member} other {# members}}', { count })
}
