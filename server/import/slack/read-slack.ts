// Reads a Slack export: people first, then spaces, then what was said, channel by channel.
import { basename } from 'node:path'
import { sentence } from '#platform/say'
import {
  type ArchivedPerson,
  type ArchivedSpace,
  type ArchiveLoss,
  type ArchiveRecord,
  UnreadableArchive,
} from '../archive.ts'
import { leftAside, lossy } from '../reading/losses.ts'
import { type PeopleKnown, peopleKnown } from '../reading/people-known.ts'
import { openZip, type ZipArchive, type ZipEntry } from '../reading/zip-archive.ts'
import { matchFolders } from './channel-folders.ts'
import { authorsIn, channelWords } from './channel-words.ts'
import { type ChannelFolder, type ExportLayout, layoutOf, sortedByDay } from './export-layout.ts'
import { jsonElements } from './json-elements.ts'
import type { Names } from './mrkdwn.ts'
import type { SlackAuthor } from './read-message.ts'
import { readPerson, SLACK_BOTS } from './slack-people.ts'
import { readChannel, type SlackChannel } from './slack-spaces.ts'
import { uploadIdOf, uploadsIn } from './uploads.ts'

/**
 * The records of a Slack export. Somebody whom no list introduces is told right before what names them; whoever
 * reads can rely on everything named having come before. The `line` of a message is its place in the day file's
 * list, counted from 1. Every element of every day file is told once, as words or as a skipped message.
 *
 * Holds one message at a time, besides the lists of people and channels and, for the channel at hand, where each of
 * its messages stands.
 * @throws UnreadableArchive and nothing else, when the file is no Slack export or exceeds the limits of archives.
 */
export async function* readSlack({ path }: { path: string }): AsyncIterable<ArchiveRecord> {
  const zip = await openZip(path)
  try {
    const layout = layoutOf(zip.entries)
    if (layout.lists.length === 0) {
      throw new UnreadableArchive(
        sentence(
          '{file} is no Slack export: it holds neither users.json nor channels.json. Give the zip as Slack made it.',
          { file: basename(path) },
        ),
      )
    }
    yield* othersLeftAside(zip, layout)
    const uploads = uploadsIn(layout)
    const people = peopleKnown(SLACK_BOTS)
    yield* peopleOf(layout, people)
    const channels = new Map<string, SlackChannel>()
    yield* readChannels(layout, channels)
    const spaces = await spacesOf(layout, [...channels.values()])
    for (const space of spaces) yield* announced(space, people)
    const surroundings = { people, channelName: channelNaming(spaces), fileOf: uploads.take }
    for (const { space, dayFiles } of spaces) yield* channelWords(dayFiles, space.key, surroundings)
    yield* uploads.untaken()
    yield { what: 'end' }
  } finally {
    zip.close()
  }
}

function* othersLeftAside({ refused }: ZipArchive, { others }: ExportLayout): Iterable<ArchiveLoss> {
  for (const { name, reason } of refused) yield leftAside(reason, { file: name, line: 1 })
  for (const { name } of others) {
    if (uploadIdOf(name) === undefined) yield leftAside('file without messages', { file: name, line: 1 })
  }
}

async function* peopleOf(
  { lists }: ExportLayout,
  people: PeopleKnown,
): AsyncIterable<ArchivedPerson | ArchiveLoss> {
  for (const file of lists.filter(({ list }) => list === 'users')) {
    for await (const element of jsonElements(file.entry.read())) {
      const where = { file: file.entry.name, line: element.index }
      const person = 'value' in element ? readPerson(element.value, where) : undefined
      if (!person) yield leftAside('flaw' in element ? element.flaw : 'person without an id', where)
      // An enterprise export names people once for the organisation and again for each workspace.
      else if (people.add(person)) yield person
    }
  }
}

/** Memberships of all channels together: an organisation of half a million has a third of this. */
const MEMBERSHIPS_MAX = 10_000_000

async function* readChannels(
  { lists }: ExportLayout,
  channels: Map<string, SlackChannel>,
): AsyncIterable<ArchiveLoss> {
  let memberships = 0
  for (const { list, root, entry } of lists) {
    if (list === 'users') continue
    for await (const element of jsonElements(entry.read())) {
      const where = { file: entry.name, line: element.index }
      const channel = 'value' in element ? readChannel(element.value, { list, root }, where) : undefined
      memberships += 1 + (channel?.space.memberKeys.length ?? 0)
      if (memberships > MEMBERSHIPS_MAX) {
        throw new UnreadableArchive(
          sentence('The export has more channels and members than can be read. Export fewer channels.'),
        )
      }
      if (!channel) yield leftAside('flaw' in element ? element.flaw : 'channel without an id', where)
      else if (isKept(channel, channels.get(channel.space.key))) channels.set(channel.space.key, channel)
    }
  }
}

// Should one channel stand in two lists, the more private word holds.
function isKept(channel: SlackChannel, before: SlackChannel | undefined): boolean {
  return !before || (before.space.visibility === 'open' && channel.space.visibility === 'private')
}

type SpaceToTell = {
  space: ArchivedSpace
  dayFiles: ZipEntry[]
  /** Those who wrote in a channel that no list names; undefined for a channel of the lists. */
  authors: SlackAuthor[] | undefined
}

async function spacesOf(
  { folders }: ExportLayout,
  channels: readonly SlackChannel[],
): Promise<SpaceToTell[]> {
  const owners = await matchFolders(folders, channels)
  const foldersOf = Map.groupBy(owners.keys(), (folder) => owners.get(folder))
  const spaces = channels.map((channel): SpaceToTell => {
    const dayFiles = (foldersOf.get(channel) ?? []).flatMap((folder) => folder.dayFiles)
    return { space: channel.space, dayFiles: sortedByDay(dayFiles), authors: undefined }
  })
  for (const folder of folders) if (!owners.has(folder)) spaces.push(await unlistedSpace(folder))
  return spaces
}

// Nobody knows who was to see the words of a channel that no list names, so only those who wrote there do.
async function unlistedSpace({ root, name, dayFiles }: ChannelFolder): Promise<SpaceToTell> {
  const authors = await authorsIn(dayFiles)
  const space: ArchivedSpace = {
    what: 'space',
    key: `folder:${root}${name}`,
    name: name.slice(0, 120).toWellFormed() || 'Messages without a channel',
    purpose: undefined,
    visibility: 'private',
    memberKeys: authors.map(({ key }) => key),
    createdAt: undefined,
    where: { file: dayFiles[0]?.name ?? name, line: 1 },
  }
  return { space, dayFiles, authors }
}

function* announced({ space, authors }: SpaceToTell, people: PeopleKnown): Iterable<ArchiveRecord> {
  const { where } = space
  for (const author of authors ?? []) people.mention({ ...author, where })
  for (const key of space.memberKeys) people.mention({ key, name: undefined, isBot: false, where })
  yield* people.takeUnannounced()
  yield space
  if (authors) yield lossy('channel that no list names', where)
}

// The text of an old export may name a private channel that those who read it could not see.
function channelNaming(spaces: readonly SpaceToTell[]): Names['channel'] {
  const known = new Map(spaces.map(({ space }) => [space.key, space]))
  return (id, label) => {
    const space = known.get(id)
    const name = space ? space.visibility === 'open' && space.name : label
    return name || 'private-channel'
  }
}
