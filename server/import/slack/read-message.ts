// What one line of a Slack day file says, before anything is known of people and threads.
import { asId, asLine, asList, asRecord, asText, isRecord, type JsonRecord } from '../reading/json-values.ts'
import { attachmentText, cutText } from '../reading/message-text.ts'
import { asTs, momentOf } from './ts.ts'

export type SlackAuthor = { key: string; name: string | undefined; isBot: boolean }

/** A file by Slack's identity of it, under which an export may hold its bytes. */
export type SlackFile = { id: string | undefined; name: string }

export type SlackMessage = {
  /** Slack's identity of the message within its channel: seconds and microseconds. */
  ts: string
  at: Temporal.Instant
  /** The `ts` of the first message of its thread when this is a reply. */
  threadTs: string | undefined
  author: SlackAuthor
  /** The words in Slack's markup; empty when there are files alone. */
  mrkdwn: string
  files: SlackFile[]
  /** Whether the words name the files themselves, as old exports do. */
  namesFiles: boolean
  /** Words of another message that this one passes on, in Slack's markup. */
  shared: string | undefined
  reactions: { emoji: string; userIds: string[] }[]
  editedAt: Temporal.Instant | undefined
  /** What of the message cannot come in, one reason for each thing lost. */
  losses: string[]
}

/** Kinds of messages that hold somebody's words; a message without a kind does too. */
const SPOKEN = new Set(['', 'file_share', 'thread_broadcast', 'me_message', 'bot_message', 'file_comment'])

const EVENTS: readonly (readonly [RegExp, string])[] = [
  [/^(channel|group|mpim)_join$/, 'joined the channel'],
  [/^(channel|group|mpim)_leave$/, 'left the channel'],
  [/_topic$/, 'set the topic'],
  [/_purpose$/, 'set the purpose'],
  [/_name$/, 'renamed the channel'],
  [/_(un)?archive$/, 'archived or reopened the channel'],
  [/^(un)?pinned_item$/, 'pinned or unpinned something'],
  [/^(bot|app)_|_integration$/, 'added or removed an integration'],
  [/^(tombstone|message_deleted)$/, 'deleted message'],
  [/^message_(changed|replied)$|^reply_broadcast$/, 'note on another message'],
  [/^(huddle_thread|sh_room_created)$/, 'call or huddle'],
  [/^reminder_/, 'reminder'],
]

/** Reads an element of a day file: the message, or the reason why it is not somebody's words. */
export function readMessage(value: unknown): SlackMessage | { skipped: string } {
  if (!isRecord(value)) return { skipped: 'element that is no message' }
  if (value.type !== undefined && value.type !== 'message') return { skipped: 'element that is no message' }
  const subtype = asLine(value.subtype, 40)
  if (!SPOKEN.has(subtype)) return { skipped: reasonOf(subtype) }
  const ts = asTs(asText(value.ts))
  const at = ts === undefined ? undefined : momentOf(ts)
  if (ts === undefined || !at) return { skipped: 'message without a readable time' }
  const words = wordsOf(value, subtype)
  if (words.mrkdwn === '' && words.files.length === 0) return { skipped: 'message without words' }
  const threadTs = asTs(asText(value.thread_ts))
  return {
    ...words,
    ts,
    at,
    threadTs: threadTs === ts ? undefined : threadTs,
    author: authorOf(value, subtype),
    reactions: reactionsOf(value),
    editedAt: momentOf(asText(asRecord(value.edited).ts)),
  }
}

function reasonOf(subtype: string): string {
  return EVENTS.find(([pattern]) => pattern.test(subtype))?.[1] ?? `message of the unknown kind ${subtype}`
}

const NAME_CHARACTERS_MAX = 120

function authorOf(message: JsonRecord, subtype: string): SlackAuthor {
  const comment = asRecord(message.comment)
  const profile = asRecord(message.user_profile)
  const name =
    asLine(profile.real_name, NAME_CHARACTERS_MAX) || asLine(profile.display_name, NAME_CHARACTERS_MAX)
  const user = asId(message.user) ?? (subtype === 'file_comment' ? asId(comment.user) : undefined)
  if (user) return { key: user, name: name || undefined, isBot: false }
  // Old exports put a reference such as <@U1|ana> where the name of an integration belongs.
  const username = asLine(message.username, NAME_CHARACTERS_MAX).replace(/^<.*/, '')
  const botName = username || asLine(asRecord(message.bot_profile).name, NAME_CHARACTERS_MAX) || undefined
  const bot = asId(message.bot_id)
  if (bot) return { key: bot, name: botName, isBot: true }
  if (botName) return { key: `bot:${botName}`, name: botName, isBot: true }
  return { key: 'unknown', name: 'Unknown author', isBot: false }
}

type Words = Pick<SlackMessage, 'mrkdwn' | 'shared' | 'losses' | 'files' | 'namesFiles'>

function wordsOf(message: JsonRecord, subtype: string): Words {
  const losses: string[] = []
  const comment = asText(asRecord(message.comment).comment)
  const text = (subtype === 'file_comment' && comment ? comment : asText(message.text)).trim()
  const spoken = subtype === 'me_message' && text !== '' && !text.includes('\n') ? `_${text}_` : text
  const { extra, shared } = attachmentsOf(message, spoken !== '', losses)
  const said = [spoken, extra].filter((part) => part !== '').join('\n\n') || blockText(message.blocks, losses)
  return {
    ...{ mrkdwn: cutText(said, losses), shared: shared === '' ? undefined : cutText(shared, losses), losses },
    ...filesOf(message),
  }
}

// The words of integrations stand in attachments; so do previews of links, which the network makes anew.
function attachmentsOf(message: JsonRecord, hasText: boolean, losses: string[]) {
  const extra: string[] = []
  const shared: string[] = []
  for (const attachment of asList(message.attachments).filter(isRecord)) {
    const { from_url: preview, is_share: isShare, is_msg_unfurl: isQuote } = attachment
    if (isShare === true || isQuote === true)
      shared.push(asText(attachment.text) || asText(attachment.fallback))
    else if (preview && hasText) losses.push('preview of a link')
    else {
      extra.push(attachmentText(attachment, linked))
      losses.push('layout of an attachment')
    }
  }
  return { extra: extra.join('\n\n').trim(), shared: shared.join('\n\n').trim() }
}

function linked(title: string, link: string): string {
  return /[<>|]/.test(title + link) ? title : `<${link}|${title}>`
}

const BLOCK_DEPTH_MAX = 12

/** The texts in Slack's blocks, for messages that have no others. */
function blockText(blocks: unknown, losses: string[]): string {
  const text = textsIn(blocks, BLOCK_DEPTH_MAX).join('').trim()
  if (text !== '') losses.push('layout of blocks')
  return text
}

function textsIn(value: unknown, depth: number): string[] {
  if (depth === 0) return []
  if (Array.isArray(value)) return value.flatMap((part) => textsIn(part, depth - 1))
  if (!isRecord(value)) return []
  if (value.type === 'user' && asId(value.user_id)) return [`<@${value.user_id}>`]
  if (value.type === 'link') return [`<${asText(value.url)}>`]
  const own = typeof value.text === 'string' ? [asText(value.text)] : textsIn(value.text, depth - 1)
  const inner = [...textsIn(value.elements, depth - 1), ...textsIn(value.fields, depth - 1)]
  return /^(section|rich_text_section|header|context)$/.test(asText(value.type))
    ? [...own, ...inner, '\n']
    : [...own, ...inner]
}

const FILES_MAX = 100

function filesOf(message: JsonRecord): Pick<SlackMessage, 'files' | 'namesFiles'> {
  const old = isRecord(message.file) ? [message.file] : []
  const files = [...asList(message.files).filter(isRecord), ...old].slice(0, FILES_MAX)
  return {
    files: files.map((file) => ({
      id: asId(file.id),
      name: asLine(file.name, 100) || asLine(file.title, 100) || 'file',
    })),
    namesFiles: old.length > 0 && asText(message.text) !== '' && message.subtype !== 'file_comment',
  }
}

const REACTION_PEOPLE_MAX = 10_000

function reactionsOf(message: JsonRecord): SlackMessage['reactions'] {
  return asList(message.reactions)
    .filter(isRecord)
    .map((reaction) => ({
      emoji: asLine(reaction.name, 100),
      userIds: [
        ...new Set(
          asList(reaction.users)
            .slice(0, REACTION_PEOPLE_MAX)
            .flatMap((user) => asId(user) ?? []),
        ),
      ],
    }))
}
