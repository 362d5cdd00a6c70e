// The first walk through a bulk export: everything that posts refer to, wherever in the file it stands.

import { sentence } from '#platform/say'
import { type ArchivedPerson, type ArchiveLoss, UnreadableArchive, type Whereabouts } from '../archive.ts'
import { asList, asRecord, type JsonRecord } from '../reading/json-values.ts'
import { leftAside } from '../reading/losses.ts'
import { beginsLikePost, bulkLines, contentOf, type LineContent } from './bulk-lines.ts'
import { readBot, readUser } from './mattermost-people.ts'
import {
  asName,
  type Channel,
  readChannel,
  readDirectChannel,
  readTeam,
  type Team,
} from './mattermost-spaces.ts'

export type BulkFile = { name: string; read: () => AsyncIterable<Uint8Array> }

export type Survey = {
  people: Map<string, ArchivedPerson>
  teams: Map<string, Team>
  /** By `<team>/<name>`. */
  channels: Map<string, Channel>
  /** By `<team>/<name>`: who is in a channel, as users say. */
  members: Map<string, Set<string>>
  /** The members of direct channels, by their key. */
  directChannels: Map<string, { memberKeys: string[]; where: Whereabouts }>
}

export function emptySurvey(): Survey {
  return {
    ...{ people: new Map(), teams: new Map(), channels: new Map() },
    ...{ members: new Map(), directChannels: new Map() },
  }
}

/** Memberships of all channels together: an organisation of half a million has a third of this. */
const MEMBERSHIPS_MAX = 10_000_000
const VERSION_KNOWN = 1

/** Lines that say nothing of what was said, and that no space or person is made of. */
const LEFT_ASIDE: ReadonlyMap<string, string> = new Map([
  ['emoji', 'custom emoji'],
  ['scheme', 'scheme of permissions'],
  ['role', 'role of permissions'],
])

/**
 * Reads every line but those that hold something said, fills the survey, and tells what of it is lost.
 * @throws UnreadableArchive when no line is one of a bulk export, or when there is more than can be held
 */
export async function* surveyExport(files: readonly BulkFile[], survey: Survey): AsyncIterable<ArchiveLoss> {
  let understood = 0
  let memberships = 0
  for (const file of files) {
    for await (const line of bulkLines(file.read())) {
      if ('flaw' in line) continue
      if (beginsLikePost(line.bytes)) {
        understood += 1
        continue
      }
      const content = contentOf(line.bytes)
      if (content === undefined) continue
      const where = { file: file.name, line: line.line }
      const taken = take(content, { survey, where })
      if (taken === undefined) continue
      understood += 1
      memberships += taken.held
      if (taken.loss !== undefined) yield leftAside(taken.loss, where)
      if (memberships > MEMBERSHIPS_MAX) {
        throw new UnreadableArchive(
          sentence('The export has more channels and members than can be read. Export fewer teams.'),
        )
      }
    }
  }
  if (understood > 0) return
  const name = files[0]?.name ?? 'The archive'
  throw new UnreadableArchive(
    sentence(
      '{file} is no bulk export of Mattermost: no line of it says what it holds. Give the file as mmctl made it.',
      { file: name },
    ),
  )
}

type Place = { survey: Survey; where: Whereabouts }
/** How much of what is held a line adds, and what of it is lost. */
type Taken = { held: number; loss?: string | undefined }

/** Undefined for a line of no known type. */
function take({ type, content }: LineContent, place: Place): Taken | undefined {
  if (type === 'version') return { held: 0, loss: whyNotVersion(content) }
  if (type === 'team') return takeTeam(content, place)
  if (type === 'channel') return takeChannel(content, place)
  if (type === 'user') return takePerson(readUser(content, place.where), { ...place, content })
  if (type === 'bot') return takePerson(readBot(content, place.where), { ...place, content })
  if (type === 'direct_channel') return takeDirectChannel(content, place)
  if (type === 'post' || type === 'direct_post') return { held: 0 }
  const loss = LEFT_ASIDE.get(type)
  return loss === undefined ? undefined : { held: 0, loss }
}

function takeTeam(content: JsonRecord, { survey }: Place): Taken {
  const team = readTeam(content)
  if (team) survey.teams.set(team.name, team)
  return team ? { held: 1 } : { held: 0, loss: 'team without a name' }
}

function takeChannel(content: JsonRecord, { survey, where }: Place): Taken {
  const channel = readChannel(content, where)
  if (!channel) return { held: 0, loss: 'channel without a name' }
  if (isKept(channel, survey.channels.get(channel.path))) survey.channels.set(channel.path, channel)
  return { held: 1 }
}

// Should one channel stand in two lines, the more private word holds.
function isKept(channel: Channel, before: Channel | undefined): boolean {
  return !before || (before.isOpen && !channel.isOpen)
}

function takeDirectChannel(content: JsonRecord, { survey, where }: Place): Taken {
  const direct = readDirectChannel(content)
  if (!direct) return { held: 0, loss: 'direct channel without members' }
  if (!survey.directChannels.has(direct.key)) survey.directChannels.set(direct.key, { ...direct, where })
  return { held: direct.memberKeys.length }
}

function takePerson(
  person: ArchivedPerson | undefined,
  { survey, content }: Place & { content: JsonRecord },
): Taken {
  if (person === undefined) return { held: 0, loss: 'user without a name' }
  // Of somebody named twice the later line wins, as it does when Mattermost imports.
  survey.people.set(person.key, person)
  let held = 1
  for (const team of asList(content.teams).map(asRecord)) {
    for (const channel of asList(team.channels).map(asRecord)) {
      const path = `${asName(team.name)}/${asName(channel.name)}`
      const members = survey.members.get(path) ?? new Set()
      survey.members.set(path, members.add(person.key))
      held += 1
    }
  }
  return { held }
}

function whyNotVersion({ version }: JsonRecord): string | undefined {
  return version === undefined || version === VERSION_KNOWN
    ? undefined
    : 'version of the format that is not known'
}

/** The channel that a post names, as `<team>/<name>`. */
export function pathOf(post: JsonRecord): string {
  return `${asName(post.team)}/${asName(post.channel)}`
}
