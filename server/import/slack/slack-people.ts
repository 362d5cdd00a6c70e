// The people of a Slack export: those of its list of users, and those who are only named in passing.
import { type ArchivedPerson, UnreadableArchive, type Whereabouts } from '../archive.ts'
import { asId, asLine, asRecord, asText, isRecord } from './json-values.ts'

const PEOPLE_MAX = 2_000_000
const NAME_CHARACTERS_MAX = 120
const TITLE_CHARACTERS_MAX = 160
const ADDRESS = /^[^\s@<>()[\]"',;:\\]+@[^\s@<>()[\]"',;:\\]+$/

/** A person from an element of users.json; undefined when it names nobody. */
export function readPerson(value: unknown, where: Whereabouts): ArchivedPerson | undefined {
  const user = isRecord(value) ? value : {}
  const key = asId(user.id)
  if (!key) return undefined
  const profile = asRecord(user.profile)
  const name = [profile.real_name, user.real_name, profile.display_name, user.name]
    .map((given) => asLine(given, NAME_CHARACTERS_MAX))
    .find((given) => given !== '')
  const address = asText(profile.email).trim().toLowerCase()
  return {
    what: 'person',
    key,
    name: name ?? key,
    addresses: ADDRESS.test(address) && address.length <= 254 ? [address] : [],
    title: asLine(profile.title, TITLE_CHARACTERS_MAX) || undefined,
    isGuest: user.is_restricted === true || user.is_ultra_restricted === true || user.is_stranger === true,
    isBot: user.is_bot === true || key === 'USLACKBOT',
    isActive: user.deleted !== true,
    where,
  }
}

export type PeopleKnown = {
  /** Takes in a person; false when the same key was there before. */
  add(person: ArchivedPerson): boolean
  nameOf(key: string): string | undefined
  /** Makes sure that somebody exists: a person nobody introduced becomes an inactive one under the name given. */
  mention(given: { key: string; name: string | undefined; isBot: boolean; where: Whereabouts }): void
  /** The people made by `mention` since the last call, to be told before what names them. */
  takeUnannounced(): ArchivedPerson[]
}

/** Remembers who has been told, so that everybody is told once and before they are named. */
export function peopleKnown(): PeopleKnown {
  const names = new Map<string, string>()
  let unannounced: ArchivedPerson[] = []
  function add(person: ArchivedPerson): boolean {
    if (names.has(person.key)) return false
    if (names.size === PEOPLE_MAX) {
      throw new UnreadableArchive(
        `The export names more than ${PEOPLE_MAX} people. It was not made by Slack.`,
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
        isBot: isBot || key === 'USLACKBOT',
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
