// The first reading: everything about each mail but its body, small enough to hold for a whole archive.

import { hash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { sentence } from '#platform/say'
import { type ArchiveLoss, UnreadableArchive, type Whereabouts } from '../archive.ts'
import { AddressBook, unshared } from './address-book.ts'
import { type ListHeaders, listOf } from './lists.ts'
import { type Mailbox, parseAddresses } from './mail-addresses.ts'
import { sentAt } from './mail-dates.ts'
import { type MailFile, MailShelf } from './mail-files.ts'
import { type MailHeaders, readHeaders } from './mail-headers.ts'
import { messageIds } from './message-ids.ts'
import { type MailSpan, MboxSplitter } from './split-mbox.ts'
import { parseSubject, type Subject } from './subjects.ts'

export type IndexedMail = {
  file: MailFile
  span: MailSpan
  key: string
  /** Milliseconds since 1970. */
  time: number
  /** Mailboxes by their index in the address book. */
  author: number
  to: readonly number[]
  /** Cc. Blind copies stay blind: those who were told in secret are named to nobody, and so join no audience. */
  others: readonly number[]
  /** Message-IDs by number: its own, and those it refers to, the direct parent last. */
  id: number
  references: readonly number[]
  title: string | undefined
  about: string
  mark: Subject['mark']
  /** True when the body carries a mail that it answers. */
  hasQuote: boolean
  list: ListHeaders | undefined
}

export type MailIndex = {
  mails: IndexedMail[]
  book: AddressBook
  /** Mails that do not come in, and files and lines that are not mail. */
  losses: ArchiveLoss[]
  /** For each Message-ID by number the mail that carries it; a duplicate's leads to the mail that came in. */
  mailOfId: Map<number, IndexedMail>
}

const READ_BYTES = 1024 * 1024
const RECIPIENTS_MAX = 5_000
const MAILS_MAX = 1_000_000
/** References beyond so many different ones are not followed; no real archive comes near. */
const IDS_MAX = 4_000_000
const QUOTE_SIGNS = ['Original Message', ' wrote:', '\n> ']

/** Reads all headers of the given files once. `notAfter` as in `sentAt`. */
export async function indexMails(
  files: readonly MailFile[],
  notAfter: number | undefined,
): Promise<MailIndex> {
  const indexing = new Indexing(notAfter)
  try {
    for (const file of files) {
      if (file.kind === 'not mail') indexing.lose('not a mail file', { file: file.name, line: 1 })
      else for await (const span of spansOf(file, indexing)) indexing.take(file, span)
    }
  } finally {
    indexing.shelf.close()
  }
  return indexing.index
}

/** Lets others have their turn after each piece of a file, since reading itself waits for nothing. */
async function* spansOf(file: MailFile, indexing: Indexing): AsyncGenerator<MailSpan> {
  if (file.size === 0) return
  if (file.kind === 'single mail') {
    yield { offset: 0, length: file.size, line: 1 }
    return
  }
  const splitter = new MboxSplitter()
  for (let offset = 0; offset < file.size; offset += READ_BYTES) {
    yield* splitter.push(indexing.shelf.readRaw(file, offset, Math.min(READ_BYTES, file.size - offset)))
    if (offset + READ_BYTES < file.size) await setImmediate()
  }
  yield* splitter.end()
  if (splitter.strayLine !== undefined) {
    indexing.lose('text outside of any mail', { file: file.name, line: splitter.strayLine })
  }
}

class Indexing {
  readonly shelf = new MailShelf()
  readonly index: MailIndex = { mails: [], book: new AddressBook(), losses: [], mailOfId: new Map() }
  #notAfter: number | undefined
  #found = 0
  #numbers = new Map<string, number>()
  #contents = new Map<string, IndexedMail>()
  #texts = new Map<string, string>()

  constructor(notAfter: number | undefined) {
    this.#notAfter = notAfter
  }

  lose(reason: string, where: Whereabouts): void {
    this.index.losses.push({ what: 'loss', outcome: 'skipped', isMessage: false, reason, where })
  }

  #lossy(reason: string, where: Whereabouts): void {
    this.index.losses.push({ what: 'loss', outcome: 'lossy', isMessage: false, reason, where })
  }

  take(file: MailFile, span: MailSpan): void {
    const reason = this.#takeOrWhyNot(file, span)
    const where = { file: file.name, line: span.line }
    this.#found += 1
    if (this.#found > MAILS_MAX) {
      throw new UnreadableArchive(
        sentence('The archive holds more than {most} mails; bring it in by parts.', { most: MAILS_MAX }),
      )
    }
    if (reason) this.index.losses.push({ what: 'loss', outcome: 'skipped', isMessage: true, reason, where })
  }

  /** Takes the mail into the index, or says why it cannot come in. */
  #takeOrWhyNot(file: MailFile, span: MailSpan): string | undefined {
    const { bytes } = this.shelf.read(file, span)
    const headers = readHeaders(bytes)
    const where = { file: file.name, line: span.line }
    const time = sentAt(headers, this.#notAfter)
    const sender = senderOf(headers)
    if (!sender) return 'no sender'
    if (time === undefined) return 'no date that can be true'
    const body = bytes.subarray(headers.bodyStart)
    const subject = parseSubject(headers.values.get('subject'))
    const content = contentHash({ sender: sender.id, time, about: subject.about, body })
    const messageId = messageIds(headers.values.get('message-id'))[0]
    const id = this.#numberOf(messageId ?? content)
    const twin = this.index.mailOfId.get(id) ?? this.#contents.get(content)
    if (twin) {
      this.index.mailOfId.set(id, this.index.mailOfId.get(id) ?? twin)
      return 'duplicate of an earlier mail'
    }
    const people = this.#peopleOf(headers, sender, where)
    const mail: IndexedMail = {
      ...{ file, span, time, id, ...people },
      key: unshared(messageId ?? content),
      references: this.#referencesOf(headers),
      title: subject.title === undefined ? undefined : this.#once(subject.title),
      about: this.#once(subject.about),
      mark: subject.mark,
      hasQuote: QUOTE_SIGNS.some((sign) => body.includes(sign)),
      list: this.#listOf(headers),
    }
    this.index.mails.push(mail)
    this.index.mailOfId.set(id, mail)
    this.#contents.set(content, mail)
    return undefined
  }

  #peopleOf(headers: MailHeaders, sender: Mailbox, where: Whereabouts) {
    const { book } = this.index
    const author = book.see(sender, where)
    const seen = (name: string) => {
      const mailboxes = parseAddresses(headers.values.get(name))
      if (mailboxes.length > RECIPIENTS_MAX) this.#lossy('too many recipients, some left out', where)
      const indexes = mailboxes.slice(0, RECIPIENTS_MAX).map((mailbox) => book.see(mailbox, where))
      book.learnNames(indexes, headers.values.get(`x-${name}`))
      return indexes
    }
    book.learnNames([author], headers.values.get('x-from'))
    const [to, cc] = [seen('to'), seen('cc')]
    const sighting = book.sightings[author]
    if (sighting) sighting.sent += 1
    if (sighting && isAutomatic(headers)) sighting.sentAutomatically += 1
    return { author, to: unique(to), others: unique(cc) }
  }

  #listOf(headers: MailHeaders): ListHeaders | undefined {
    const list = listOf(headers.values)
    if (!list) return undefined
    const addresses = list.addresses.map((address) => this.#once(address))
    return { key: this.#once(list.key), name: this.#once(list.name), addresses }
  }

  #referencesOf(headers: MailHeaders): number[] {
    const references = messageIds(headers.values.get('references'))
    const ids = references.length > 0 ? references : messageIds(headers.values.get('in-reply-to')).slice(0, 1)
    return this.#numbers.size > IDS_MAX ? [] : ids.map((id) => this.#numberOf(id))
  }

  #numberOf(id: string): number {
    const known = this.#numbers.get(id)
    if (known !== undefined) return known
    const number = this.#numbers.size
    this.#numbers.set(unshared(id), number)
    return number
  }

  #once(text: string): string {
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    const own = unshared(text)
    this.#texts.set(own, own)
    return own
  }
}

/**
 * Who wrote a mail: From, else Sender, else the envelope. Lists that write in their members' place ("Jane via
 * Board") say in Reply-To or X-Original-From who it was.
 */
function senderOf({ values, envelope }: MailHeaders): Mailbox | undefined {
  const [from] = parseAddresses(values.get('from'))
  const list = listOf(values)
  if (from && list?.addresses.includes(from.id)) {
    const behind = [
      ...parseAddresses(values.get('x-original-from')),
      ...parseAddresses(values.get('reply-to')),
    ]
    return behind.find((mailbox) => !list.addresses.includes(mailbox.id)) ?? from
  }
  return from ?? parseAddresses(values.get('sender'))[0] ?? parseAddresses(envelope.split(' ', 1)[0])[0]
}

function isAutomatic({ values }: MailHeaders): boolean {
  return /^auto-generated/i.test(values.get('auto-submitted') ?? '')
}

function unique(indexes: number[]): number[] {
  return [...new Set(indexes)]
}

type Content = { sender: string; time: number; about: string; body: Buffer }

/** The same mail kept by two people differs in its blanks, which the programs between them have wrapped anew. */
function contentHash({ sender, time, about, body }: Content): string {
  const solid = Buffer.allocUnsafe(body.length)
  let length = 0
  for (let at = 0; at < body.length; at += 1) {
    const byte = body[at] ?? 0
    if (byte > 0x20) {
      solid[length] = byte
      length += 1
    }
  }
  const head = hash('sha256', `${sender}\n${time}\n${about}`, 'base64url')
  const rest = hash('sha256', solid.subarray(0, length), 'base64url')
  return `content-${hash('sha256', `${head}\n${rest}`, 'base64url').slice(0, 32)}`
}
