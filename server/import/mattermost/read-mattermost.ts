// Reads a bulk export of Mattermost: people first, then channels, then what was said, line by line.
import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { sentence } from '#platform/say'
import { type ArchivedSpace, type ArchiveRecord, UnreadableArchive, type Whereabouts } from '../archive.ts'
import { headOf } from '../reading/head-of.ts'
import { type Held, heldFiles } from '../reading/held-files.ts'
import type { JsonRecord } from '../reading/json-values.ts'
import { leftAside, lossy, skippedMessage } from '../reading/losses.ts'
import { type PeopleKnown, peopleKnown } from '../reading/people-known.ts'
import { openZip, type ZipArchive, type ZipEntry } from '../reading/zip-archive.ts'
import { bulkLines, contentOf } from './bulk-lines.ts'
import { asUsername } from './mattermost-people.ts'
import {
  type Channel,
  channelKey,
  channelSpace,
  directKey,
  directSpace,
  isOpenToAll,
  membersIn,
} from './mattermost-spaces.ts'
import { type PostPlace, postWords, type Surroundings } from './post-words.ts'
import { type BulkFile, emptySurvey, pathOf, type Survey, surveyExport } from './survey.ts'

/**
 * The records of a bulk export: a `.jsonl`, or a zip of one with the attached files beside it. The `line` of a message
 * is its line in the file; replies stand in the line of their post. Every post and reply is told once, as words or as
 * a skipped message.
 *
 * Lines may come in any order. Holds one line at a time, besides people, channels and who is in them.
 * @throws UnreadableArchive and nothing else, when the file is no bulk export or exceeds the limits of archives
 */
export async function* readMattermost({ path }: { path: string }): AsyncIterable<ArchiveRecord> {
  if ((await headOf(path, 2)).toString('latin1') !== 'PK') {
    const file = { name: basename(path), read: () => createReadStream(path) }
    yield* records([file], () => undefined)
    return
  }
  const zip = await openZip(path)
  try {
    const lists = zip.entries.filter(({ name }) => isBulkFile(name))
    if (lists.length === 0) {
      throw new UnreadableArchive(
        sentence(
          '{file} is no bulk export of Mattermost: it holds no .jsonl. Give the zip as mmctl made it.',
          { file: basename(path) },
        ),
      )
    }
    for (const { name, reason } of zip.refused) yield leftAside(reason, { file: name, line: 1 })
    const attachments = attachmentsIn(zip)
    yield* records(lists, (wanted) => attachments.take(shortened(wanted)))
    yield* attachments.untaken()
    yield { what: 'end' }
  } finally {
    zip.close()
  }
}

/** Whether a file of a zip holds lines of an export, rather than being attached to one. */
export function isBulkFile(name: string): boolean {
  return name.endsWith('.jsonl') && !name.startsWith('__MACOSX/') && !/(^|\/)data\//.test(name)
}

/** Paths stand below `data/`, wherever in the zip that folder is; some versions write it into the path as well. */
function attachmentsIn({ entries }: ZipArchive) {
  const all = new Map<string, ZipEntry>()
  for (const entry of entries) if (!isBulkFile(entry.name)) all.set(shortened(entry.name), entry)
  return heldFiles(all)
}

function shortened(path: string): string {
  return path.replace(/^(?:.*\/)?data\//, '')
}

async function* records(
  files: readonly BulkFile[],
  fileAt: (path: string) => Held,
): AsyncIterable<ArchiveRecord> {
  const survey = emptySurvey()
  yield* surveyExport(files, survey)
  const people = peopleKnown()
  for (const person of survey.people.values()) if (people.add(person)) yield person
  const teller = { survey, people, told: new Map<string, Set<string>>(), surroundings: { people, fileAt } }
  const namesakes = Map.groupBy(survey.channels.values(), ({ title }) => title.toLowerCase())
  for (const channel of survey.channels.values()) {
    const isAmbiguous = (namesakes.get(channel.title.toLowerCase())?.length ?? 0) > 1
    yield* announced(listedSpace(channel, survey, isAmbiguous ? 'ambiguous' : 'plain'), teller)
  }
  for (const { memberKeys, where } of survey.directChannels.values()) {
    yield* announced(directSpace(memberKeys, where), teller)
  }
  for (const file of files) yield* linesTold(file, teller)
}

type Teller = {
  survey: Survey
  people: PeopleKnown
  /** The spaces told so far, with those of the members who came in later lines. */
  told: Map<string, Set<string>>
  surroundings: Surroundings
}

function listedSpace(
  channel: Channel,
  { teams, members }: Survey,
  name: 'plain' | 'ambiguous',
): ArchivedSpace {
  const team = teams.get(channel.team)
  const title = name === 'plain' ? channel.title : `${channel.title} (${team?.title ?? channel.team})`
  return channelSpace(channel, { team, title, memberKeys: [...(members.get(channel.path) ?? [])] })
}

function* announced(space: ArchivedSpace, { people, told }: Teller): Iterable<ArchiveRecord> {
  for (const key of space.memberKeys)
    people.mention({ key, name: undefined, isBot: false, where: space.where })
  yield* people.takeUnannounced()
  told.set(space.key, new Set())
  yield space
}

async function* linesTold(file: BulkFile, teller: Teller): AsyncIterable<ArchiveRecord> {
  for await (const line of bulkLines(file.read())) {
    const where = { file: file.name, line: line.line }
    if ('flaw' in line) {
      yield line.isMessage ? skippedMessage(line.flaw, where) : leftAside(line.flaw, where)
      continue
    }
    const content = contentOf(line.bytes)
    if (content === undefined) yield skippedMessage('line that is no readable JSON', where)
    else if (content.type === 'post') yield* channelPost(content.content, where, teller)
    else if (content.type === 'direct_post') yield* directPost(content.content, where, teller)
    else if (!KNOWN_TYPES.has(content.type)) yield leftAside('line of an unknown type', where)
    if (content !== undefined && !content.isCleanUtf8) yield lossy('letters that are not UTF-8', where)
  }
}

const KNOWN_TYPES: ReadonlySet<string> = new Set([
  ...['version', 'scheme', 'role', 'emoji', 'team', 'channel', 'user', 'bot', 'direct_channel'],
])

function* channelPost(post: JsonRecord, where: Whereabouts, teller: Teller): Iterable<ArchiveRecord> {
  const { survey, people, surroundings } = teller
  const path = pathOf(post)
  if (!survey.channels.has(path)) yield* unlistedSpace({ path, post, where }, teller)
  const place: PostPlace = {
    ...{ spaceKey: channelKey(path), where },
    identity: () => '',
    names: {
      person: people.nameOf,
      channel: (name) => openChannel(`${path.split('/', 1)[0]}/${name}`, survey),
    },
  }
  yield* postWords(post, place, surroundings)
}

function openChannel(path: string, { channels, teams }: Survey) {
  const channel = channels.get(path)
  if (channel === undefined || !isOpenToAll(channel, teams.get(channel.team))) return undefined
  return { key: channelKey(path), title: channel.title }
}

// Nobody knows who was to see the words of a channel that no line names, so only those who wrote there do.
function* unlistedSpace(
  { path, post, where }: { path: string; post: JsonRecord; where: Whereabouts },
  teller: Teller,
): Iterable<ArchiveRecord> {
  const key = channelKey(path)
  const written = teller.told.get(key)
  const replies = Array.isArray(post.replies) ? post.replies : []
  const authors = [post, ...replies].flatMap((each) => asUsername((each as JsonRecord | null)?.user) ?? [])
  const memberKeys = [...new Set(authors)].filter((author) => written?.has(author) !== true)
  if (written !== undefined && memberKeys.length === 0) return
  const name = path.split('/')[1] || 'Messages without a channel'
  const space: ArchivedSpace = {
    ...{ what: 'space', key, name, purpose: undefined, visibility: 'private', memberKeys },
    ...{ createdAt: undefined, where },
  }
  if (written === undefined) yield lossy('channel that no line names', where)
  yield* announced(space, teller)
  teller.told.set(key, new Set([...(written ?? []), ...memberKeys]))
}

function* directPost(post: JsonRecord, where: Whereabouts, teller: Teller): Iterable<ArchiveRecord> {
  const memberKeys = membersIn(post.channel_members)
  if (memberKeys.length === 0) {
    const count = 1 + (Array.isArray(post.replies) ? post.replies.length : 0)
    for (let at = 0; at < count; at += 1) yield skippedMessage('direct message that names no members', where)
    return
  }
  if (!teller.told.has(directKey(memberKeys))) yield* announced(directSpace(memberKeys, where), teller)
  const place: PostPlace = {
    ...{ spaceKey: directKey(memberKeys), where },
    identity: ({ authorKey }) => authorKey ?? '',
    names: { person: teller.people.nameOf, channel: () => undefined },
  }
  yield* postWords(post, place, teller.surroundings)
}
