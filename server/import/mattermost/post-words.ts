// A line that holds something said, as words in the network: the post, then its replies, each told once as words or
// as a skipped message.
import { hash } from 'node:crypto'
import {
  ARCHIVE_LIMITS,
  type ArchivedPerson,
  type ArchivedWords,
  type ArchiveLoss,
  type Whereabouts,
} from '../archive.ts'
import { withAttachedLine } from '../reading/attached-line.ts'
import { filesAmong, type Held } from '../reading/held-files.ts'
import { asList, asRecord, type JsonRecord } from '../reading/json-values.ts'
import { lossy, skippedMessage } from '../reading/losses.ts'
import type { PeopleKnown } from '../reading/people-known.ts'
import { reactionsAmong } from '../reading/reactions.ts'
import { markdownOf, type Names } from './mattermost-markdown.ts'
import { type BulkMessage, readPost } from './read-post.ts'

export type PostPlace = {
  spaceKey: string
  /** What tells messages of one space apart besides their time and text, such as the author in direct channels. */
  identity: (message: BulkMessage) => string
  names: Names
  where: Whereabouts
}

export type Surroundings = {
  people: PeopleKnown
  /** A file of the archive by its path below the folder of attachments; undefined when it is not there. */
  fileAt: (path: string) => Held
}

export type Told = ArchivedPerson | ArchivedWords | ArchiveLoss

/** The records of one line. A thread whose post does not come in is started by its earliest reply. */
export function* postWords(post: JsonRecord, place: PostPlace, surroundings: Surroundings): Iterable<Told> {
  const first = readPost(post)
  const replies = asList(post.replies).map((reply) => readPost(asRecord(reply)))
  const spoken = replies.filter((reply) => 'createAt' in reply)
  const earliest = spoken.reduce<BulkMessage | undefined>(
    (found, reply) => (found === undefined || reply.createAt < found.createAt ? reply : found),
    undefined,
  )
  if ('skipped' in first) yield skippedMessage(first.skipped, place.where)
  const start = 'skipped' in first ? earliest : first
  if (start !== undefined) {
    yield* told(start, { ...place, threadKey: undefined, prefix: place.spaceKey }, surroundings)
    if (start === earliest) yield lossy('reply whose first message is missing', place.where)
  }
  for (const reply of replies) {
    if ('skipped' in reply) yield skippedMessage(reply.skipped, place.where)
    else if (start !== undefined && reply !== start) {
      const threadKey = keyOf(start, { ...place, prefix: place.spaceKey })
      yield* told(reply, { ...place, threadKey, prefix: threadKey }, surroundings)
    }
  }
}

type MessagePlace = PostPlace & { threadKey: string | undefined; prefix: string }

/** The same message has the same key at every reading: it is made of its place, its time and its text. */
function keyOf(
  message: BulkMessage,
  { prefix, identity }: Pick<MessagePlace, 'prefix' | 'identity'>,
): string {
  const digest = hash('sha256', `${identity(message)}\n${message.message}`, 'base64url').slice(0, 22)
  return `${prefix}/${message.createAt}/${digest}`
}

function* told(message: BulkMessage, place: MessagePlace, { people, fileAt }: Surroundings): Iterable<Told> {
  const { where, spaceKey, threadKey } = place
  const key = keyOf(message, place)
  const { body, mentionKeys } = markdownOf(message.words, place.names)
  const { reactions, losses } = reactionsAmong(message.reactions)
  const authorKey = message.authorKey ?? 'unknown'
  const name = message.authorKey === undefined ? 'Unknown author' : undefined
  people.mention({ key: authorKey, name, isBot: false, where })
  for (const { personKey } of reactions)
    people.mention({ key: personKey, name: undefined, isBot: false, where })
  const held = filesAmong(
    message.attachments.map(({ path, name }, index) => ({
      ...{ key: `${key}/${index}/${name}`, name },
      held: fileAt(path),
    })),
  )
  yield* people.takeUnannounced()
  yield {
    ...{ what: 'words', key, spaceKey, authorKey, threadKey },
    ...{ answersKey: undefined, continuesKey: undefined, title: undefined, folded: undefined },
    body: withAttachedLine(body.slice(0, ARCHIVE_LIMITS.bodyCharactersMax).toWellFormed(), held.missing),
    mentionKeys: mentionKeys.filter((mentioned) => mentioned !== authorKey),
    ...{ reactions, files: held.files, isPinned: message.isPinned },
    at: Temporal.Instant.fromEpochMilliseconds(message.createAt),
    ...{ editedAt: message.editedAt, where },
  }
  for (const reason of [...message.losses, ...losses, ...held.losses]) yield lossy(reason, where)
}
