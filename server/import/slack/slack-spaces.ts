// The channels of a Slack export as spaces, and who may see them.
import type { ArchivedSpace, Whereabouts } from '../archive.ts'
import { asId, asLine, asList, asRecord, isRecord } from '../reading/json-values.ts'
import { plainTextOf } from './mrkdwn.ts'
import { asSeconds } from './ts.ts'

/** The lists at the root of an export; each holds one kind of channel. */
export type ChannelList = 'channels' | 'groups' | 'dms' | 'mpims'

export type SlackChannel = {
  space: ArchivedSpace
  /** Which workspace of the export it stands in. */
  root: string
  /** The names its folder may have: the name now and the id. */
  folderNames: string[]
}

const NAME_CHARACTERS_MAX = 120
const PURPOSE_CHARACTERS_MAX = 1000

/**
 * A channel from an element of one of the lists; undefined when it has no identity. Only what stands in the list of
 * public channels, and does not call itself private, becomes open.
 */
export function readChannel(
  value: unknown,
  { list, root }: { list: ChannelList; root: string },
  where: Whereabouts,
): SlackChannel | undefined {
  const channel = isRecord(value) ? value : {}
  const key = asId(channel.id)
  if (!key) return undefined
  const name = asLine(channel.name, NAME_CHARACTERS_MAX)
  const isConversation =
    list === 'dms' || list === 'mpims' || channel.is_im === true || channel.is_mpim === true || /^D/.test(key)
  const isOpen = list === 'channels' && !isConversation && channel.is_private !== true
  return {
    space: {
      what: 'space',
      key,
      name: isConversation ? undefined : name || key,
      purpose: purposeOf(asRecord(channel.purpose).value) ?? purposeOf(asRecord(channel.topic).value),
      visibility: isOpen ? 'open' : 'private',
      memberKeys: [...new Set(asList(channel.members).flatMap((member) => asId(member) ?? []))],
      createdAt: asSeconds(channel.created),
      isArchived: channel.is_archived === true,
      where,
    },
    root,
    folderNames: [name, asLine(channel.name_normalized, NAME_CHARACTERS_MAX), key].filter(
      (word) => word !== '',
    ),
  }
}

function purposeOf(value: unknown): string | undefined {
  return plainTextOf(asLine(value, PURPOSE_CHARACTERS_MAX)) || undefined
}
