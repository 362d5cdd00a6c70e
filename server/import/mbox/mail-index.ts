// The first reading: everything about each mail but its body, small enough to hold for a whole archive.

import { hash } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { ArchiveLoss, Whereabouts } from '../archive.ts'
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
  /** Cc and, where the archive knows them, Bcc. */
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

async function* spansOf(file: MailFile, indexing: Indexing): AsyncGenerator<MailSpan> {
  const handle = await open(file.path)
  try {
    const { size } = await handle.stat()
    if (file.kind === 'single mail') {
      if (size > 0) yield { offset: 0, length: size, line: 1 }
      return
    }
    const splitter = new MboxSplitter()
    const buffer = Buffer.alloc(READ_BYTES)
    for (let offset = 0; ; ) {
      const { bytesRead } = await handle.read(buffer, 0, READ_BYTES, offset)
      if (bytesRead === 0) break
      yield* splitter.push(buffer.subarray(0, bytesRead))
      offset += bytesRead
    }
    yield* splitter.end()
    if (splitter.strayLine !== undefined) {
      indexing.lose('text outside of any mail', { file: file.name, line: splitter.strayLine })
    }
  } finally {
    await handle.close()
  }
}

class Indexing {
  readonly shelf = new MailShelf()
  readonly index: MailIndex = { mails: [], book: new AddressBook(), losses: [], mailOfId: new Map() }
  #notAfter: number | undefined
  #numbers = new Map<string, number>()
  #contents = new Map<string, IndexedMail>()
  #texts = new Map<string, string>()

  constructor(notAfter: number | undefined) {
    this.#notAfter = notAfter
  }

  lose(reason: string, where: Whereabouts): void {
    this.index.losses.push({ what: 'loss', outcome: 'skipped', isMessage: false, reason, where })
  }

  take(file: MailFile, span: MailSpan): void {
    const reason = this.#takeOrWhyNot(file, span)
    const where = { file: file.name, line: span.line }
    if (reason) this.index.losses.push({ what: 'loss', outcome: 'skipped', isMessage: true, reason, where })
  }

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
      list: this.#listOf(headers, people.author),
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
      const indexes = parseAddresses(headers.values.get(name))
        .slice(0, RECIPIENTS_MAX)
        .map((mailbox) => book.see(mailbox, where))
      book.learnNames(indexes, headers.values.get(`x-${name}`))
      return indexes
    }
    book.learnNames([author], headers.values.get('x-from'))
    const [to, cc, bcc] = [seen('to'), seen('cc'), seen('bcc')]
    const sighting = book.sightings[author]
    if (sighting) sighting.sent += 1
    if (sighting && isAutomatic(headers)) sighting.isAutomatic = true
    return { author, to: unique(to), others: unique([...cc, ...bcc]) }
  }

  #listOf(headers: MailHeaders, author: number): ListHeaders | undefined {
    const list = listOf(headers.values)
    if (!list) return undefined
    for (const address of list.addresses) {
      const index = this.index.book.see(
        { name: undefined, id: address, isRoutable: true, login: undefined },
        this.index.book.sightings[author]?.where ?? { file: '', line: 1 },
      )
      const sighting = this.index.book.sightings[index]
      if (sighting) sighting.isList = true
    }
    return { ...list, key: this.#once(list.key), name: this.#once(list.name) }
  }

  #referencesOf(headers: MailHeaders): number[] {
    const references = messageIds(headers.values.get('references'))
    const ids = references.length > 0 ? references : messageIds(headers.values.get('in-reply-to')).slice(0, 1)
    return ids.map((id) => this.#numberOf(id))
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
