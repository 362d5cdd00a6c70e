// What the page says of a space.
import type { SpaceCard } from '#contract/spaces'

const OPENNESS = {
  open: 'Open: everyone reads, everyone may join',
  closed: 'Closed: everyone sees that it is there, members read',
  private: 'Private: only members know of it',
} as const

/** How open a space is, in a sentence without a full stop. */
export function opennessOf(space: Pick<SpaceCard, 'visibility'>): string {
  return OPENNESS[space.visibility]
}

const plurals = new Intl.PluralRules('en')
const numbers = new Intl.NumberFormat('en')

export function membersOf(count: number): string {
  return `${numbers.format(count)} ${plurals.select(count) === 'one' ? 'member' : 'members'}`
}
