// What the address of the reporting tree says, so that reload, back and a shared link show the same.
import type { GroupBy } from '#contract/people'
import type { PersonId } from '#contract/ref'

/** As many as may be unfolded at once: more than anybody overlooks, and no more than an address holds. */
export const OPEN_MAX = 60

/** `open` when nobody is unfolded; an address cannot hold an empty word. */
const NOBODY = 'nobody'

export type TreeAddress = {
  /** Who is marked. */
  person?: PersonId | undefined
  /** The two ends of a way. */
  from?: PersonId | undefined
  to?: PersonId | undefined
  /** Whose reports are shown, joined by commas; without it, what leads to the people above. */
  open?: string | undefined
  by?: GroupBy | undefined
  /** The unit or location whose people are shown. */
  group?: string | undefined
  /** Those who say no unit or location. */
  none?: 'yes' | undefined
  /** Whether the picture is shown beside the list; without it, where there is room. */
  picture?: 'yes' | 'no' | undefined
}

export function openIn(address: TreeAddress): ReadonlySet<PersonId> | undefined {
  if (address.open === undefined) return undefined
  const ids = address.open === NOBODY ? [] : address.open.split(',')
  // An address is text that anybody may have written; an id that is none would have the whole question refused.
  return new Set(ids.filter((id) => UUID.test(id)).slice(0, OPEN_MAX) as PersonId[])
}

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** How unfolded people are written in an address. */
export function openWord(open: Iterable<PersonId>): string {
  return [...open].join(',') || NOBODY
}
