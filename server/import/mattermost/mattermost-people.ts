// The users and bots of a bulk export.
import type { ArchivedPerson, Whereabouts } from '../archive.ts'
import { asAddresses, asLine, asList, asRecord, asText, type JsonRecord } from '../reading/json-values.ts'

const NAME_CHARACTERS_MAX = 120
const TITLE_CHARACTERS_MAX = 160

/** A username as identities are compared by; undefined for anything that is none. */
export function asUsername(value: unknown): string | undefined {
  return typeof value === 'string' && /^[A-Za-z0-9._:@-]{1,64}$/.test(value) ? value.toLowerCase() : undefined
}

/** A person from a `user` line; undefined when it names nobody. */
export function readUser(user: JsonRecord, where: Whereabouts): ArchivedPerson | undefined {
  const key = asUsername(user.username)
  if (key === undefined) return undefined
  const fullName = asLine(`${asText(user.first_name)} ${asText(user.last_name)}`, NAME_CHARACTERS_MAX)
  return {
    what: 'person',
    key,
    name: fullName || asLine(user.nickname, NAME_CHARACTERS_MAX) || key,
    addresses: asAddresses(user.email),
    title: asLine(user.position, TITLE_CHARACTERS_MAX) || undefined,
    isGuest: isGuest(user),
    isBot: user.is_bot === true,
    isActive: !isDeleted(user),
    where,
  }
}

/** A sender from a `bot` line. */
export function readBot(bot: JsonRecord, where: Whereabouts): ArchivedPerson | undefined {
  const key = asUsername(bot.username)
  if (key === undefined) return undefined
  const name = asLine(bot.display_name, NAME_CHARACTERS_MAX) || key
  return {
    ...{ what: 'person', key, name, addresses: [], title: undefined },
    ...{ isGuest: false, isBot: true, isActive: !isDeleted(bot), where },
  }
}

// Roles stand as words in one text; somebody who is a guest anywhere is not let into the house by an archive.
function isGuest(user: JsonRecord): boolean {
  const teams = asList(user.teams).map(asRecord)
  const roles = [user.roles, ...teams.map((team) => team.roles)].map(asText).join(' ')
  return /\b(?:system|team)_guest\b/.test(roles)
}

function isDeleted({ delete_at: deletedAt }: JsonRecord): boolean {
  return typeof deletedAt === 'number' && deletedAt > 0
}
