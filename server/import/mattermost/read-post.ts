// What one post or reply of a bulk export says, before anything is known of people and channels.
import { basename } from 'node:path/posix'
import { asLine, asList, asRecord, asText, isRecord, type JsonRecord } from '../reading/json-values.ts'
import { attachmentText, cutText } from '../reading/message-text.ts'
import { asUsername } from './mattermost-people.ts'

export type BulkMessage = {
  /** When it was said, in milliseconds, which is part of its identity. */
  createAt: number
  /** As typed, which is part of its identity. */
  message: string
  authorKey: string | undefined
  /** The words in Mattermost's Markdown; empty when there are files alone. */
  words: string
  /** Paths below the folder of attachments. */
  attachments: { path: string; name: string }[]
  reactions: { emoji: string; personKey: string }[]
  editedAt: Temporal.Instant | undefined
  isPinned: boolean
  losses: string[]
}

/** Up to the end of the year 9999, which is as far as dates are written with four digits. */
const MILLISECONDS_MAX = 253_402_300_799_999
const ATTACHMENTS_MAX = 100
const REACTIONS_MAX = 10_000

const EVENTS: readonly (readonly [RegExp, string])[] = [
  [/leave|remove/, 'left the channel'],
  [/join|add_to|add_guest/, 'joined the channel'],
  [/header/, 'set the topic'],
  [/purpose/, 'set the purpose'],
  [/displayname|name_change/, 'renamed the channel'],
  [/deleted|restored|privacy/, 'archived, reopened or changed the channel'],
]

/** Reads a post or a reply: the message, or the reason why it is not somebody's words. */
export function readPost(post: JsonRecord): BulkMessage | { skipped: string } {
  const type = asLine(post.type, 60)
  const message = asText(post.message)
  const authorKey = asUsername(post.user)
  if (type.startsWith('system_')) return { skipped: reasonOf(type) }
  const untyped = untypedEvent(message, authorKey)
  if (type === '' && untyped !== undefined) return { skipped: untyped }
  const createAt = post.create_at
  if (typeof createAt !== 'number' || !(createAt > 0) || createAt > MILLISECONDS_MAX) {
    return { skipped: 'message without a readable time' }
  }
  const losses: string[] = []
  const words = wordsOf(post, message, losses)
  const attachments = attachmentsOf(post)
  if (words === '' && attachments.length === 0) return { skipped: 'message without words' }
  return {
    ...{ createAt: Math.floor(createAt), message, authorKey, words, attachments, losses },
    reactions: reactionsOf(post),
    editedAt: laterThan(createAt, post.edit_at),
    isPinned: post.is_pinned === true,
  }
}

function reasonOf(type: string): string {
  return EVENTS.find(([pattern]) => pattern.test(type))?.[1] ?? 'note of the system'
}

const COMING_AND_GOING =
  /^@?([\w.-]+) (joined|left|added to|was added to|removed from|was removed from) the (?:channel|team)(?: by @?([\w.-]+?))?\.$/

/** Exports of earlier versions say no type: a note of the system then is a sentence about its author. */
function untypedEvent(message: string, authorKey: string | undefined): string | undefined {
  const [, who, deed = '', by] = COMING_AND_GOING.exec(message) ?? []
  if (who === undefined || authorKey === undefined || (who !== authorKey && by !== authorKey))
    return undefined
  return /left|removed/.test(deed) ? 'left the channel' : 'joined the channel'
}

function laterThan(createAt: number, editAt: unknown): Temporal.Instant | undefined {
  if (typeof editAt !== 'number' || !(editAt > createAt) || editAt > MILLISECONDS_MAX) return undefined
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(editAt))
}

function wordsOf(post: JsonRecord, message: string, losses: string[]): string {
  const extra = asList(asRecord(post.props).attachments)
    .filter(isRecord)
    .map((each) => attachmentText(each, linked))
    .filter(Boolean)
  if (extra.length > 0) losses.push('layout of an attachment')
  const said = [message.trim(), ...extra].filter((part) => part !== '').join('\n\n')
  return cutText(said, losses)
}

function linked(title: string, link: string): string {
  return /^https?:\/\/[^\s<>()]+$/.test(link) ? `[${title.replace(/[[\]]/g, '')}](${link})` : title
}

function attachmentsOf(post: JsonRecord): BulkMessage['attachments'] {
  return asList(post.attachments)
    .slice(0, ATTACHMENTS_MAX)
    .flatMap((attachment) => {
      const path = asText(asRecord(attachment).path)
      return path === '' ? [] : [{ path, name: asLine(basename(path), 200) || 'file' }]
    })
}

function reactionsOf(post: JsonRecord): BulkMessage['reactions'] {
  return asList(post.reactions)
    .slice(0, REACTIONS_MAX)
    .map(asRecord)
    .flatMap((reaction) => {
      const personKey = asUsername(reaction.user)
      return personKey === undefined ? [] : [{ emoji: asLine(reaction.emoji_name, 100), personKey }]
    })
}
