// Finds the channel that each folder belongs to. A folder carries the name that its channel had at some time; it is
// matched by what the export says and never by likeness, because a wrong guess could open private words to all.

import { asId, asLine, asText, isRecord } from '../reading/json-values.ts'
import type { ChannelFolder } from './export-layout.ts'
import { jsonElements } from './json-elements.ts'
import type { SlackChannel } from './slack-spaces.ts'

/** A channel and the folders that hold its messages: one, or several when it was renamed while they were written. */
export type FolderOwners = ReadonlyMap<ChannelFolder, SlackChannel>

/**
 * Matches folders by name or id as they are now, then by the channel that their messages name, then by earlier
 * names of channels. Folders that match nothing are missing in the answer.
 */
export async function matchFolders(
  folders: readonly ChannelFolder[],
  channels: readonly SlackChannel[],
): Promise<FolderOwners> {
  const byName = channelsByName(channels)
  const byKey = new Map(channels.map((channel) => [channel.space.key, channel]))
  const named = ({ root }: ChannelFolder, name: string) => byName.get(`${root}/${name}`) ?? byName.get(name)
  const owners = new Map<ChannelFolder, SlackChannel>()
  const claim = (folder: ChannelFolder, channel: SlackChannel | undefined) => {
    if (channel && !owners.has(folder)) owners.set(folder, channel)
  }
  for (const folder of folders) claim(folder, named(folder, folder.name))
  if (owners.size === folders.length) return owners

  const earlierNames = new Map<string, SlackChannel>()
  for (const folder of folders) {
    const history = await historyOf(folder)
    for (const id of history.channelIds) claim(folder, byKey.get(id))
    for (const name of history.names) claim(folder, named(folder, name))
    const owner = owners.get(folder)
    for (const name of history.names) if (owner) earlierNames.set(`${folder.root}/${name}`, owner)
  }
  for (const folder of folders) claim(folder, earlierNames.get(`${folder.root}/${folder.name}`))
  return owners
}

// Where two channels share a name, the private one has it: words must not become more open than they were.
function channelsByName(channels: readonly SlackChannel[]): Map<string, SlackChannel> {
  const byName = new Map<string, SlackChannel>()
  const openFirst = channels.toSorted((a, b) => Number(isPrivate(a)) - Number(isPrivate(b)))
  for (const channel of openFirst) {
    for (const name of channel.folderNames) {
      byName.set(name, channel)
      byName.set(`${channel.root}/${name}`, channel)
    }
  }
  return byName
}

function isPrivate({ space }: SlackChannel): boolean {
  return space.visibility === 'private'
}

/** What the messages of a folder tell of their channel: its ids, and its names before and after renamings. */
async function historyOf({
  dayFiles,
}: ChannelFolder): Promise<{ names: Set<string>; channelIds: Set<string> }> {
  const names = new Set<string>()
  const channelIds = new Set<string>()
  for (const dayFile of dayFiles) {
    for await (const element of jsonElements(dayFile.read())) {
      if (!('value' in element) || !isRecord(element.value)) continue
      const { channel, subtype, name, old_name: nameBefore } = element.value
      const id = asId(channel)
      if (id) channelIds.add(id)
      if (!/^(channel|group)_name$/.test(asText(subtype))) continue
      for (const given of [name, nameBefore]) if (asLine(given, 200)) names.add(asLine(given, 200))
    }
  }
  return { names, channelIds }
}
