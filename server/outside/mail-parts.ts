// Takes a mail that came in apart, within bounds: whatever it holds, it costs no more than an honest mail of its size.
import { hash } from 'node:crypto'
import PostalMime, { type Email } from 'postal-mime'

export type MailFile = { name: string; bytes: Uint8Array }

/** A mail that came inside another one, as mail programs forward it as an attachment. */
export type EnclosedMail = Pick<IncomingMail, 'from' | 'subject' | 'text' | 'html'>

export type IncomingMail = {
  /** Its Message-ID, or a name made of its bytes where it has none. */
  id: string
  /** The one mailbox in `From`; undefined where there is none or several. */
  from: { address: string; name: string | undefined } | undefined
  subject: string
  /** Whom it names as recipients, in small letters. */
  recipients: string[]
  /** Values by lower-case name, in their order, unfolded. */
  headers: ReadonlyMap<string, readonly string[]>
  text: string | undefined
  html: string | undefined
  files: MailFile[]
  /** The mails among the files, taken apart as well; the latest first. */
  enclosed: EnclosedMail[]
}

/** A mail, or why it is not read, as a sentence. */
export type MailRead = { mail: IncomingMail } | { refused: string }

/** No mail is taken that is larger. */
export const MAIL_BYTES_MAX = 30_000_000
const HEADER_BYTES_MAX = 256_000
const PARTS_MAX = 500
const NESTING_MAX = 20
const ID_CHARACTERS_MAX = 900
const ENCLOSED_MAX = 5
const TEXT_CHARACTERS_MAX = 1_000_000
/** Smaller pictures in a text are logos and the spies of newsletters. */
const PICTURE_BYTES_MIN = 5_000

export const BOMB = 'This mail has more parts than any letter needs, so it was not read. Send it more simply.'

/** What is refused before a mail is read: it costs no more than a look over its bytes. */
export function whyNotRead(bytes: Buffer): string | undefined {
  if (bytes.length > MAIL_BYTES_MAX)
    return `A mail has at most ${MAIL_BYTES_MAX / 1e6} MB here, with everything in it.`
  return headerEnd(bytes) > HEADER_BYTES_MAX || countBoundaries(bytes) > PARTS_MAX ? BOMB : undefined
}

/** Takes a mail apart, whatever the bytes are. Call it where it may take its time: see `readMail`. */
export async function takeApart(bytes: Buffer): Promise<MailRead> {
  try {
    const email = await parse(bytes)
    if (isTooLong(email))
      return { refused: 'A mail has at most a million characters here. Attach the rest of it as a file.' }
    return { mail: { ...toMail(email, bytes), enclosed: await takeEnclosedApart(email) } }
  } catch {
    return { refused: BOMB }
  }
}

function parse(bytes: Buffer): Promise<Email> {
  return PostalMime.parse(unflowed(bytes), {
    maxNestingDepth: NESTING_MAX,
    maxHeadersSize: HEADER_BYTES_MAX * 2,
    // A mail inside a mail is a file: its words are somebody else's.
    forceRfc822Attachments: true,
  })
}

function isTooLong({ text, html }: Email): boolean {
  return Math.max(text?.length ?? 0, (html?.length ?? 0) / 4) > TEXT_CHARACTERS_MAX
}

/** What cannot be read stays a file and nothing else, and so does a mail inside one of these. */
async function takeEnclosedApart({ attachments }: Email): Promise<EnclosedMail[]> {
  const mails = attachments.filter(({ mimeType }) => mimeType === 'message/rfc822').slice(0, ENCLOSED_MAX)
  const read: Omit<IncomingMail, 'enclosed'>[] = []
  for (const { content } of mails) {
    const bytes = Buffer.from(content as ArrayBuffer)
    const email = await parse(bytes).catch(() => undefined)
    if (email !== undefined && !isTooLong(email)) read.push(toMail(email, bytes))
  }
  return read
    .toSorted((one, other) => sentAt(other) - sentAt(one))
    .map(({ from, subject, text, html }) => ({ from, subject, text, html }))
}

function sentAt({ headers }: Pick<IncomingMail, 'headers'>): number {
  return Date.parse(headers.get('date')?.[0] ?? '') || 0
}

function toMail(email: Email, bytes: Buffer): Omit<IncomingMail, 'enclosed'> {
  const headers = new Map<string, string[]>()
  for (const { key, value } of email.headers) headers.set(key, [...(headers.get(key) ?? []), value])
  const { from } = email
  const hasOne = headers.get('from')?.length === 1 && from?.address !== undefined && from.address !== ''
  const given = email.messageId?.trim().slice(0, ID_CHARACTERS_MAX)
  return {
    id: given === undefined || given === '' ? `<${hash('sha256', bytes)}@bytes>` : given,
    from: hasOne ? { address: from.address.toLowerCase(), name: from.name || undefined } : undefined,
    subject: email.subject ?? '',
    recipients: recipientsOf(email, headers),
    headers,
    text: email.text?.toWellFormed(),
    html: email.html?.toWellFormed(),
    files: email.attachments.flatMap((each) => {
      const content = new Uint8Array(each.content as ArrayBuffer)
      const isLogo = each.related === true && content.byteLength < PICTURE_BYTES_MIN
      const ending = each.mimeType === 'message/rfc822' ? 'mail.eml' : 'file'
      return isLogo || content.byteLength === 0 ? [] : [{ name: each.filename ?? ending, bytes: content }]
    }),
  }
}

const DELIVERED = ['delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to', 'x-forwarded-to']

function recipientsOf(email: Email, headers: ReadonlyMap<string, readonly string[]>): string[] {
  const named = [email.to, email.cc, email.bcc].flatMap((list) => list ?? [])
  const boxes = named.flatMap((each) => (each.group === undefined ? [each] : each.group))
  const delivered = DELIVERED.flatMap((name) => headers.get(name) ?? [])
  const found = [...delivered, ...boxes.map(({ address }) => address)]
  return [
    ...new Set(
      found.map((address) =>
        address
          .replace(/^.*<|>.*$/g, '')
          .trim()
          .toLowerCase(),
      ),
    ),
  ].slice(0, 100)
}

function headerEnd(bytes: Buffer): number {
  const ends = ['\r\n\r\n', '\n\n'].map((mark) => bytes.indexOf(mark)).filter((at) => at !== -1)
  return ends.length === 0 ? bytes.length : Math.min(...ends)
}

/** Lines that begin as the borders of parts do. */
function countBoundaries(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf('\n--'); at !== -1 && count <= PARTS_MAX; at = bytes.indexOf('\n--', at + 3))
    count += 1
  return count
}

/** The library would join a quoted line with the author's own one below it; as lines they stay what they are. */
function unflowed(bytes: Buffer): Buffer {
  if (!/format=/i.test(bytes.toString('latin1', 0, HEADER_BYTES_MAX)) && bytes.indexOf('flowed') === -1)
    return bytes
  const text = bytes.toString('latin1')
  const plain = text.replace(
    /^(content-type:[^\r\n]*(?:\r?\n[ \t][^\r\n]*){0,10}?)format="?flowed"?/gim,
    '$1x-was=flowed',
  )
  return plain === text ? bytes : Buffer.from(plain, 'latin1')
}
