// The door of the mail reader: an mbox file, an .eml file or a folder of them as archive records.

import { splitOwnWords, textToMarkdown } from '#rooms/mail'
import {
  ARCHIVE_LIMITS,
  type ArchivedPerson,
  type ArchivedSpace,
  type ArchivedWords,
  type ArchiveLoss,
  type ArchiveRecord,
} from '../archive.ts'
import type { ChartPerson } from './candidates.ts'
import { readBody, unescapeFromLines } from './mail-body.ts'
import { listMailFiles, MailShelf } from './mail-files.ts'
import { readHeaders } from './mail-headers.ts'
import { indexMails } from './mail-index.ts'
import { appearancesIn, type MailSpace, type Named, type PlacedMail, placeMails } from './place-mails.ts'
import { type IdentityMerge, type MailPerson, resolvePeople } from './resolve-people.ts'

export type { ChartPerson } from './candidates.ts'
export type { IdentityMerge } from './resolve-people.ts'

export type MailSource = {
  /** Files, or folders whose mbox and .eml files are read in the order of their names. */
  paths: readonly string[]
  /** True when mail of a mailing list becomes posts of one open space per list. */
  listAsSpace: boolean
  /** People the network knows already; a mail's person found among them is given under their `personKey`. */
  chart: readonly ChartPerson[]
  /** A mail dated more than a day later than this has a wrong date. */
  notAfter?: Temporal.Instant
  /** Hears of every address that was counted to a person by more than itself, before the first record comes. */
  onMerge?: (merge: IdentityMerge) => void
}

/**
 * Reads mail as archive records: what does not come in, then people, then spaces, then words, each after all that it
 * names, with what of it was lost right before it. The files are read twice, headers first; only an index of them is
 * held, never bodies. Every mail found is either words or a skipped loss with `isMessage`. Reading again gives the
 * same records. Throws UnreadableArchive when the paths hold no mail.
 */
export async function* readMbox(source: MailSource): AsyncGenerator<ArchiveRecord, void, undefined> {
  const files = await listMailFiles(source.paths)
  const index = await indexMails(files, source.notAfter?.epochMilliseconds)
  const people = resolvePeople(index, source.chart)
  for (const merge of people.merges) source.onMerge?.(merge)
  const { placed, spaces } = placeMails({ index, people, listAsSpace: source.listAsSpace })
  yield* index.losses
  for (const person of peopleIn(placed, spaces)) yield personRecord(person)
  for (const space of spaces) yield spaceRecord(space)
  const shelf = new MailShelf()
  try {
    for (const mail of placed) yield* wordsAndLosses(mail, { shelf, index, people })
  } finally {
    shelf.close()
  }
}

function peopleIn(placed: readonly PlacedMail[], spaces: readonly MailSpace[]): Set<MailPerson> {
  const present = new Set<MailPerson>()
  for (const space of spaces) for (const member of space.members) present.add(member)
  for (const { author, mentions } of placed) for (const person of [author, ...mentions]) present.add(person)
  return present
}

function personRecord({ key, name, addresses, isGuest, isBot, where }: MailPerson): ArchivedPerson {
  return { what: 'person', key, name, addresses, title: undefined, isGuest, isBot, where }
}

function spaceRecord({ key, name, members, first }: MailSpace): ArchivedSpace {
  return {
    what: 'space',
    key,
    name,
    purpose: undefined,
    visibility: name === undefined ? 'private' : 'open',
    memberKeys: [...members].map((member) => member.key).sort(),
    createdAt: Temporal.Instant.fromEpochMilliseconds(first.time),
    where: whereIs(first),
  }
}

type Reading = Named & { shelf: MailShelf }

async function* wordsAndLosses(placed: PlacedMail, reading: Reading): AsyncGenerator<ArchiveRecord> {
  const { mail } = placed
  const read = reading.shelf.read(mail.file, mail.span)
  const bytes = mail.file.kind === 'mbox' ? unescapeFromLines(read.bytes) : read.bytes
  const body = await readBody(bytes, readHeaders(bytes))
  const { own, folded } = splitOwnWords(body.text)
  const words = clipped(textToMarkdown(own))
  const rest = folded === undefined ? undefined : clipped(folded)
  const losses = [...read.losses, ...body.losses]
  if (words.isCut) losses.push('text too long, its end cut')
  if (rest?.isCut) losses.push('quoted text too long, its end cut')
  for (const reason of losses) yield lossy(reason, placed)
  const appearances = appearancesIn(mail, reading)
  yield { ...wordsRecord(placed), body: words.text, folded: rest?.text, appearances }
}

/** All but what the body itself says. */
function wordsRecord(placed: PlacedMail): Omit<ArchivedWords, 'body' | 'folded' | 'appearances'> {
  const { mail, space, author, mentions, threadKey, answersKey, continuesKey } = placed
  return {
    what: 'words',
    key: mail.key,
    spaceKey: space.key,
    authorKey: author.key,
    threadKey,
    answersKey,
    continuesKey,
    title: mail.title,
    mentionKeys: mentions.map((person) => person.key),
    reactions: [],
    at: Temporal.Instant.fromEpochMilliseconds(mail.time),
    editedAt: undefined,
    where: whereIs(mail),
  }
}

function lossy(reason: string, { mail }: PlacedMail): ArchiveLoss {
  return { what: 'loss', outcome: 'lossy', isMessage: false, reason, where: whereIs(mail) }
}

function whereIs({ file, span }: PlacedMail['mail']): { file: string; line: number } {
  return { file: file.name, line: span.line }
}

function clipped(text: string): { text: string; isCut: boolean } {
  const isCut = text.length > ARCHIVE_LIMITS.bodyCharactersMax
  // Cutting may split a character of two halves, of which the database would refuse the first.
  return {
    text: isCut ? text.slice(0, ARCHIVE_LIMITS.bodyCharactersMax).replace(/[\ud800-\udbff]$/, '') : text,
    isCut,
  }
}
