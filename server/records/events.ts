// What this room tells.
import type { PersonId } from '#contract/ref'
import type { News } from '#platform/journal'

export function ownDataAsked(copyId: string): News {
  return { name: 'records/own-data-asked', facts: { copyId } }
}

/** Somebody left, or is back: what others said of them is to be looked through. */
export function personLeft(personId: PersonId): News {
  return { name: 'records/person-left', facts: { personId } }
}
