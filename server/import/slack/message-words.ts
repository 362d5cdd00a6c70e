// A Slack message as words in the network, with everything that gets lost on the way.
import {
  ARCHIVE_LIMITS,
  type ArchivedReaction,
  type ArchivedWords,
  type ArchiveLoss,
  type Whereabouts,
} from '../archive.ts'
import type { PeopleKnown } from '../reading/people-known.ts'
import { plainEmoji, reactionKind } from '../reading/reactions.ts'
import { markdownOf, type Names, plainTextOf } from './mrkdwn.ts'
import type { SlackMessage } from './read-message.ts'

export type MessagePlace = {
  spaceKey: string
  /** The `ts` of the message that this one replies to; undefined for a post. */
  postTs: string | undefined
  where: Whereabouts
}

export type Surroundings = { people: PeopleKnown; channelName: Names['channel'] }

/** The words and their losses. Whoever they name and nobody introduced is mentioned to `people` first. */
export function wordsOf(message: SlackMessage, place: MessagePlace, { people, channelName }: Surroundings) {
  const { spaceKey, postTs, where } = place
  const keyOf = (ts: string) => `${spaceKey}/${ts}`
  const names = { person: people.nameOf, channel: channelName }
  const losses = [...message.losses]
  people.mention({ ...message.author, where })
  const { body, mentions } = markdownOf(message.mrkdwn, names)
  for (const { key, label } of mentions) people.mention({ key, name: label, isBot: false, where })
  const reactions = reactionsOf(message, losses)
  for (const { personKey } of reactions)
    people.mention({ key: personKey, name: undefined, isBot: false, where })
  if (message.threadTs !== undefined && postTs === undefined)
    losses.push('reply whose first message is missing')
  const words: ArchivedWords = {
    what: 'words',
    key: keyOf(message.ts),
    spaceKey,
    authorKey: message.author.key,
    threadKey: postTs === undefined ? undefined : keyOf(postTs),
    answersKey: undefined,
    continuesKey: undefined,
    title: undefined,
    body: body.slice(0, ARCHIVE_LIMITS.bodyCharactersMax).toWellFormed() || '…',
    folded: message.shared === undefined ? undefined : plainTextOf(message.shared),
    mentionKeys: [...new Set(mentions.map(({ key }) => key))].filter((key) => key !== message.author.key),
    reactions,
    at: message.at,
    editedAt: message.editedAt,
    where,
  }
  return { words, losses: losses.map((reason) => lossOf(reason, where)) }
}

export function lossOf(reason: string, where: Whereabouts): ArchiveLoss {
  return { what: 'loss', outcome: 'lossy', isMessage: false, reason, where }
}

// Two emoji of one person may mean the same reaction, which can be given once.
function reactionsOf(message: SlackMessage, losses: string[]): ArchivedReaction[] {
  const given = new Map<string, ArchivedReaction>()
  for (const { emoji, userIds } of message.reactions) {
    const kind = reactionKind(emoji)
    for (const personKey of userIds) {
      if (!kind) losses.push('reaction without counterpart')
      else if (given.has(`${personKey} ${kind}`)) losses.push('second reaction of the same kind')
      else given.set(`${personKey} ${kind}`, { personKey, kind, emoji: plainEmoji(emoji) })
    }
  }
  return [...given.values()]
}
