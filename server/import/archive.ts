import { type Sentence, say } from '#platform/say'
// The one shape every archive is read into, whatever system it came from: readers produce these records as a
// stream, in an order where everything named has come before, and know nothing of the database.

/** Where in the archive something stands, for reports that a person can follow up. */
export type Whereabouts = { file: string; line: number }

export type ArchivedPerson = {
  what: 'person'
  /** Unique within the archive and the same at every reading. */
  key: string
  name: string
  /** Lower-case addresses, the preferred first; empty when the archive gives none. */
  addresses: string[]
  title: string | undefined
  isGuest: boolean
  isBot: boolean
  /** False for somebody who had left or is known in passing only; undefined when the archive does not say. */
  isActive?: boolean | undefined
  where: Whereabouts
}

export type ArchivedSpace = {
  what: 'space'
  key: string
  /** Undefined for a private conversation, which is named by its members. */
  name: string | undefined
  purpose: string | undefined
  visibility: 'open' | 'closed' | 'private'
  memberKeys: string[]
  createdAt: Temporal.Instant | undefined
  /** True for a space that was closed to new words. */
  isArchived?: boolean | undefined
  where: Whereabouts
}

export type ArchivedReaction = {
  personKey: string
  kind: 'agree' | 'thank' | 'curious' | 'concerned'
  emoji: string
}

/** A file that the archive holds, attached to something said. */
export type ArchivedFile = {
  /** Unique within the archive and the same at every reading. */
  key: string
  name: string
  /** As the archive declares it; reading may give fewer or fail. */
  bytes: number
  read: () => AsyncIterable<Uint8Array>
}

/** Under which of their addresses somebody took part in something said. */
export type Appearance = { address: string; personKey: string; part: 'author' | 'mentioned' | 'reader' }

/** Something said: a post when `threadKey` is undefined, else a reply in the thread of that post. */
export type ArchivedWords = {
  what: 'words'
  key: string
  spaceKey: string
  authorKey: string
  threadKey: string | undefined
  /** The message in the same thread that this one answers directly, where known. */
  answersKey: string | undefined
  /** A message of another thread (another audience) that this one carries on from, where known. */
  continuesKey: string | undefined
  title: string | undefined
  /** The author's own words, as Markdown. */
  body: string
  /** Forwarded or quoted text that was folded away from the author's own words, as plain text. */
  folded: string | undefined
  mentionKeys: string[]
  reactions: ArchivedReaction[]
  /** In the order in which they were attached; those that the archive only names stand in the body as a line. */
  files?: readonly ArchivedFile[]
  /** True for a post that was pinned in its space. */
  isPinned?: boolean
  at: Temporal.Instant
  editedAt: Temporal.Instant | undefined
  /** Every address that took part, where archives tell people by several, so that a merge can be undone. */
  appearances?: readonly Appearance[]
  where: Whereabouts
}

/** Something that comes in changed (`lossy`) or not at all (`skipped`), so that every message is accounted for. */
export type ArchiveLoss = {
  what: 'loss'
  outcome: 'lossy' | 'skipped'
  /** True when the thing lost is a whole message, so that counts add up. */
  isMessage: boolean
  /** A short stable reason that reports group by, such as 'joined the channel' or 'duplicate of an earlier mail'. */
  reason: string
  where: Whereabouts
}

/** Told last by readers that hold something open, so that files are read before they close it. */
export type ArchiveEnd = { what: 'end' }

export type ArchiveRecord = ArchivedPerson | ArchivedSpace | ArchivedWords | ArchiveLoss | ArchiveEnd

/** The limits that keep a hostile archive from taking the process with it. */
export const ARCHIVE_LIMITS = {
  /** One line of JSON or mail; longer ones are reported and passed over. */
  lineBytesMax: 10 * 1024 * 1024,
  /** One message body; longer ones are cut with a note. */
  bodyCharactersMax: 100_000,
  /** One file inside a zip; it is read as a stream and never held whole. */
  entryBytesMax: 64 * 1024 * 1024 * 1024,
  /** How many bytes one compressed byte may become. */
  inflationMax: 200,
  entriesMax: 500_000,
} as const

/** A refusal to read an archive at all: says what was wrong and what to do, in a sentence. */
export class UnreadableArchive extends Error {
  override name = 'UnreadableArchive'
  /** For whoever gave it; `message` is the same in English. */
  readonly sentence: Sentence

  constructor(sentence: Sentence) {
    super(say('en', sentence))
    this.sentence = sentence
  }
}
