// The text of a mail's body: plain text where there is any, else the readable text of its HTML.

import { htmlToText } from '#rooms/mail'
import { ARCHIVE_LIMITS } from '../archive.ts'
import { decodeBytes, type MailHeaders, withoutControls } from './mail-headers.ts'
import { type MimeText, parseMime } from './mime.ts'

export type MailBody = {
  text: string
  /** What of the body did not come in. */
  losses: string[]
}

const TEXT_CHARACTERS_MAX = 5 * ARCHIVE_LIMITS.bodyCharactersMax
const HTML_CHARACTERS_MAX = 4 * TEXT_CHARACTERS_MAX

/** Undoes mboxrd: a line that begins with `>From `, `>>From ` … loses one mark. */
export function unescapeFromLines(bytes: Buffer): Buffer {
  if (!bytes.includes('>From ')) return bytes
  return Buffer.from(bytes.toString('latin1').replace(/^>(>*From )/gm, '$1'), 'latin1')
}

/**
 * Reads the body of a mail, given all its bytes and its headers. Text in a single part, most of all mail in old
 * archives, is decoded here, several times as fast as by taking a whole MIME tree apart.
 */
export async function readBody(bytes: Buffer, headers: MailHeaders): Promise<MailBody> {
  const type = headers.values.get('content-type') ?? 'text/plain'
  const isAttached = /^attachment/i.test(headers.values.get('content-disposition') ?? '')
  const encoding = (headers.values.get('content-transfer-encoding') ?? '').trim().toLowerCase()
  const single = /^\s*text(?:\/(plain|html))?\s*(?:;|$)/i.exec(type)
  if (single && !isAttached) {
    const content = decodeTransfer(bytes.subarray(headers.bodyStart), encoding)
    const text = decodeBytes(content, /charset\s*=\s*"?'?([\w.:-]+)/i.exec(type)?.[1])
    return clipped(single[1]?.toLowerCase() === 'html' ? textOfHtml(text) : tidied(text), [])
  }
  const parsed = await parseTree(bytes)
  const losses = Array.from({ length: parsed.attachments }, () => 'attachment not brought in')
  if (parsed.isBroken) losses.push('body could not be read')
  const plain = tidied(parsed.plain ?? '')
  return clipped(plain.trim() === '' && parsed.html ? textOfHtml(parsed.html) : plain, losses)
}

/** What is far beyond any mail that people write is cut before it costs time; what remains is cut to size later. */
function clipped(text: string, losses: readonly string[]): MailBody {
  if (text.length <= TEXT_CHARACTERS_MAX) return { text, losses: [...losses] }
  return {
    text: text.slice(0, TEXT_CHARACTERS_MAX).toWellFormed(),
    losses: [...losses, 'text too long, its end cut'],
  }
}

function textOfHtml(html: string): string {
  return tidied(htmlToText(html.slice(0, HTML_CHARACTERS_MAX)))
}

/** A part that claims UTF-8 and is not is read once more as windows-1252, in which every byte means something. */
async function parseTree(bytes: Buffer): Promise<MimeText> {
  const mail = withoutEnvelope(bytes)
  const parsed = await parseMime(mail)
  if (!`${parsed.plain ?? ''}${parsed.html ?? ''}`.includes('\ufffd')) return parsed
  const relabelled = mail
    .toString('latin1')
    .replace(/(charset\s*=\s*)(?:"[^"\n]*"|[\w.:-]+)/gi, '$1windows-1252')
  return parseMime(Buffer.from(relabelled, 'latin1'))
}

function withoutEnvelope(bytes: Buffer): Buffer {
  const start = bytes[0] === 0xef ? 3 : 0
  return bytes.toString('latin1', start, start + 5) === 'From '
    ? bytes.subarray(bytes.indexOf('\n') + 1)
    : bytes.subarray(start)
}

function decodeTransfer(content: Buffer, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(content.toString('latin1'), 'base64')
  return encoding === 'quoted-printable' ? decodeQuotedPrintable(content) : content
}

/** RFC 2045 §6.7; a `=` that begins nothing is kept as it stands. */
function decodeQuotedPrintable(content: Buffer): Buffer {
  if (!content.includes('=')) return content
  const text = content
    .toString('latin1')
    .replace(/(?<![ \t])[ \t]+(?=\r?\n)/g, '')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(text, 'latin1')
}

function tidied(text: string): string {
  return withoutControls(text.replace(/\r\n?/g, '\n').replace(/\u00a0/g, ' ')).replace(/\ufeff/g, '')
}
