// Who of an archive was told already, and who is only named in passing.

import { sentence } from '#platform/say'
import { type ArchivedPerson, UnreadableArchive, type Whereabouts } from '../archive.ts'

const PEOPLE_MAX = 2_000_000

export type PeopleKnown = {
  /** Takes in a person; false when the same key was there before. */
  add(person: ArchivedPerson): boolean
  nameOf(key: string): string | undefined
  /** Makes sure that somebody exists: a person nobody introduced becomes an inactive one under the name given. */
  mention(given: { key: string; name: string | undefined; isBot: boolean; where: Whereabouts }): void
  /** The people made by `mention` since the last call, to be told before what names them. */
  takeUnannounced(): ArchivedPerson[]
}

/**
 * Remembers who has been told, so that everybody is told once and before they are named.
 * @param bots keys of senders that the archive's system brings along, and that are nobody
 */
export function peopleKnown(bots: ReadonlySet<string> = new Set()): PeopleKnown {
  const names = new Map<string, string>()
  let unannounced: ArchivedPerson[] = []
  function add(person: ArchivedPerson): boolean {
    if (names.has(person.key)) return false
    if (names.size === PEOPLE_MAX) {
      throw new UnreadableArchive(
        sentence('The export names more than {most} people, which no organisation has.', {
          most: PEOPLE_MAX,
        }),
      )
    }
    names.set(person.key, person.name)
    return true
  }
  return {
    add,
    nameOf: (key) => names.get(key),
    mention({ key, name = key, isBot, where }) {
      const person: ArchivedPerson = {
        what: 'person',
        key,
        name,
        addresses: [],
        title: undefined,
        isGuest: false,
        isBot: isBot || bots.has(key),
        isActive: false,
        where,
      }
      if (add(person)) unannounced.push(person)
    },
    takeUnannounced() {
      const taken = unannounced
      unannounced = []
      return taken
    },
  }
}
