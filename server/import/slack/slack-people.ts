// The people of a Slack export's list of users.
import type { ArchivedPerson, Whereabouts } from '../archive.ts'
import { asAddresses, asId, asLine, asRecord, isRecord } from '../reading/json-values.ts'

/** Slack's own sender, which the list of users may leave out. */
export const SLACK_BOTS: ReadonlySet<string> = new Set(['USLACKBOT'])

const NAME_CHARACTERS_MAX = 120
const TITLE_CHARACTERS_MAX = 160

/** A person from an element of users.json; undefined when it names nobody. */
export function readPerson(value: unknown, where: Whereabouts): ArchivedPerson | undefined {
  const user = isRecord(value) ? value : {}
  const key = asId(user.id)
  if (!key) return undefined
  const profile = asRecord(user.profile)
  const name = [profile.real_name, user.real_name, profile.display_name, user.name]
    .map((given) => asLine(given, NAME_CHARACTERS_MAX))
    .find((given) => given !== '')
  return {
    what: 'person',
    key,
    name: name ?? key,
    addresses: asAddresses(profile.email),
    title: asLine(profile.title, TITLE_CHARACTERS_MAX) || undefined,
    isGuest: user.is_restricted === true || user.is_ultra_restricted === true || user.is_stranger === true,
    isBot: user.is_bot === true || SLACK_BOTS.has(key),
    isActive: user.deleted !== true,
    where,
  }
}
