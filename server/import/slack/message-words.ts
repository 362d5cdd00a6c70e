// A Slack message as words in the network, with everything that gets lost on the way.
import { ARCHIVE_LIMITS, type ArchivedWords, type Whereabouts } from '../archive.ts'
import { withAttachedLine } from '../reading/attached-line.ts'
import { filesAmong, type Held } from '../reading/held-files.ts'
import { lossy } from '../reading/losses.ts'
import type { PeopleKnown } from '../reading/people-known.ts'
import { reactionsAmong } from '../reading/reactions.ts'
import { markdownOf, type Names, plainTextOf } from './mrkdwn.ts'
import type { SlackMessage } from './read-message.ts'

export type MessagePlace = {
  spaceKey: string
  /** The `ts` of the message that this one replies to; undefined for a post. */
  postTs: string | undefined
  where: Whereabouts
}

export type Surroundings = {
  people: PeopleKnown
  channelName: Names['channel']
  /** A file that the export holds, by Slack's identity of it. */
  fileOf: (id: string) => Held
}

/** The words and their losses. Whoever they name and nobody introduced is mentioned to `people` first. */
export function wordsOf(message: SlackMessage, place: MessagePlace, surroundings: Surroundings) {
  const { people, channelName, fileOf } = surroundings
  const { spaceKey, postTs, where } = place
  const keyOf = (ts: string) => `${spaceKey}/${ts}`
  const names = { person: people.nameOf, channel: channelName }
  const losses = [...message.losses]
  people.mention({ ...message.author, where })
  const { body, mentions } = markdownOf(message.mrkdwn, names)
  for (const { key, label } of mentions) people.mention({ key, name: label, isBot: false, where })
  const { reactions, losses: reactionLosses } = reactionsAmong(
    message.reactions.flatMap(({ emoji, userIds }) => userIds.map((personKey) => ({ emoji, personKey }))),
  )
  losses.push(...reactionLosses)
  for (const { personKey } of reactions)
    people.mention({ key: personKey, name: undefined, isBot: false, where })
  if (message.threadTs !== undefined && postTs === undefined)
    losses.push('reply whose first message is missing')
  const held = filesAmong(
    message.files.map(({ id, name }) => ({
      ...{ key: `${keyOf(message.ts)}/${id}`, name },
      held: id === undefined ? undefined : fileOf(id),
    })),
  )
  losses.push(...held.losses)
  const words: ArchivedWords = {
    what: 'words',
    key: keyOf(message.ts),
    spaceKey,
    authorKey: message.author.key,
    threadKey: postTs === undefined ? undefined : keyOf(postTs),
    answersKey: undefined,
    continuesKey: undefined,
    title: undefined,
    body: withAttachedLine(
      body.slice(0, ARCHIVE_LIMITS.bodyCharactersMax).toWellFormed() || (message.files.length > 0 ? '' : '…'),
      message.namesFiles ? [] : held.missing,
    ),
    folded: message.shared === undefined ? undefined : plainTextOf(message.shared),
    mentionKeys: [...new Set(mentions.map(({ key }) => key))].filter((key) => key !== message.author.key),
    ...{ reactions, files: held.files },
    at: message.at,
    editedAt: message.editedAt,
    where,
  }
  return { words, losses: losses.map((reason) => lossy(reason, where)) }
}
