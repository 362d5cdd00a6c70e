// The teams and channels of a bulk export as spaces, and who may see them.
import type { ArchivedSpace, Whereabouts } from '../archive.ts'
import { asLine, asList, asRecord, type JsonRecord } from '../reading/json-values.ts'
import { asUsername } from './mattermost-people.ts'

export type Team = { name: string; title: string; isOpen: boolean }

export type Channel = {
  /** `<team>/<name>`, by which posts and members refer to it. */
  path: string
  team: string
  name: string
  title: string
  purpose: string | undefined
  /** Whether everybody of its team could read it. */
  isOpen: boolean
  isArchived: boolean
  where: Whereabouts
}

const NAME_CHARACTERS_MAX = 120
const PURPOSE_CHARACTERS_MAX = 1000
const MEMBERS_MAX = 100_000

/** The short name of a team or channel; empty when it has none. */
export function asName(value: unknown): string {
  return asLine(value, NAME_CHARACTERS_MAX).toLowerCase()
}

export function readTeam(team: JsonRecord): Team | undefined {
  const name = asName(team.name)
  if (name === '') return undefined
  return { name, title: asLine(team.display_name, NAME_CHARACTERS_MAX) || name, isOpen: team.type === 'O' }
}

export function readChannel(channel: JsonRecord, where: Whereabouts): Channel | undefined {
  const [team, name] = [asName(channel.team), asName(channel.name)]
  if (team === '' || name === '') return undefined
  return {
    ...{ path: `${team}/${name}`, team, name, where },
    title: asLine(channel.display_name, NAME_CHARACTERS_MAX) || name,
    purpose:
      asLine(channel.purpose, PURPOSE_CHARACTERS_MAX) ||
      asLine(channel.header, PURPOSE_CHARACTERS_MAX) ||
      undefined,
    isOpen: channel.type === 'O',
    isArchived: typeof channel.delete_at === 'number' && channel.delete_at > 0,
  }
}

/** Whom a direct channel or a direct post is between, once each and in order. */
export function membersIn(value: unknown): string[] {
  const names = asList(value)
    .slice(0, MEMBERS_MAX)
    .flatMap((member) => asUsername(member) ?? asUsername(asRecord(member).username) ?? [])
  return [...new Set(names)].sort()
}

export function readDirectChannel(channel: JsonRecord): { key: string; memberKeys: string[] } | undefined {
  const named = membersIn(channel.members)
  const memberKeys = named.length > 0 ? named : membersIn(channel.participants)
  return memberKeys.length === 0 ? undefined : { key: directKey(memberKeys), memberKeys }
}

export function directKey(memberKeys: readonly string[]): string {
  return `direct:${memberKeys.join(',')}`
}

export function channelKey(path: string): string {
  return `channel:${path}`
}

/** A conversation between these people. */
export function directSpace(memberKeys: string[], where: Whereabouts): ArchivedSpace {
  return {
    ...{ what: 'space', key: directKey(memberKeys), name: undefined, purpose: undefined },
    ...{ visibility: 'private', memberKeys, createdAt: undefined, where },
  }
}

/**
 * A channel as a space. An open channel of a team that takes people by invitation alone was not open to the whole
 * organisation, so it does not become so.
 * @param title what to call it, where two teams have one of the same name
 */
export function channelSpace(
  channel: Channel,
  { team, title, memberKeys }: { team: Team | undefined; title: string; memberKeys: string[] },
): ArchivedSpace {
  const { path, purpose, isArchived, where } = channel
  return {
    ...{ what: 'space', key: channelKey(path), name: title, purpose },
    visibility: isOpenToAll(channel, team) ? 'open' : 'private',
    ...{ memberKeys, createdAt: undefined, isArchived, where },
  }
}

export function isOpenToAll(channel: Channel, team: Team | undefined): boolean {
  return channel.isOpen && team?.isOpen === true
}
