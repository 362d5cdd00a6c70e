// The header block of one mail: unfolded, decoded, and only the headers this reader needs.

import { decodeEncodedWords } from './mime.ts'

const HEADER_BYTES_MAX = 1024 * 1024
const WANTED = new Set(
  `message-id in-reply-to references subject date received from sender reply-to to cc bcc list-id list-post
   precedence auto-submitted content-type content-transfer-encoding content-disposition x-from x-to x-cc x-bcc
   x-original-from`.split(/\s+/),
)
/** Headers that some programs write several times and that then add up. */
const ADDING_UP = new Set(['to', 'cc', 'bcc'])

export type MailHeaders = {
  /** The `From …` line of the mbox without its first word, empty where there is none. */
  envelope: string
  /** By lower-case name; values unfolded, with encoded words left as they are. */
  values: ReadonlyMap<string, string>
  /** Where the body begins. */
  bodyStart: number
}

/** Reads the header block at the beginning of `bytes`; never throws, whatever the bytes are. */
export function readHeaders(bytes: Buffer): MailHeaders {
  const end = headerEnd(bytes)
  const text = decodeBytes(bytes.subarray(0, Math.min(end.header, HEADER_BYTES_MAX)), undefined)
  const values = new Map<string, string>()
  let envelope = ''
  let name = ''
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith(' ') || line.startsWith('\t')) {
      if (name) values.set(name, `${values.get(name) ?? ''} ${line.trimStart()}`)
    } else if (!envelope && values.size === 0 && line.startsWith('From ')) {
      envelope = line.slice(5)
    } else {
      name = takeHeader(line, values)
    }
  }
  return { envelope, values, bodyStart: end.body }
}

/** Returns the name under which continuation lines belong, empty when they are of no interest. */
function takeHeader(line: string, values: Map<string, string>): string {
  const colon = line.indexOf(':')
  if (colon <= 0) return ''
  const name = line.slice(0, colon).trimEnd().toLowerCase()
  if (!WANTED.has(name)) return ''
  const value = line.slice(colon + 1).trim()
  const earlier = values.get(name)
  if (earlier === undefined) values.set(name, value)
  else if (ADDING_UP.has(name)) values.set(name, `${earlier}, ${value}`)
  else return ''
  return name
}

function headerEnd(bytes: Buffer): { header: number; body: number } {
  const plain = bytes.indexOf('\n\n')
  const carriage = bytes.indexOf('\n\r\n')
  if (plain === -1 && carriage === -1) return { header: bytes.length, body: bytes.length }
  if (carriage === -1 || (plain !== -1 && plain < carriage)) return { header: plain, body: plain + 2 }
  return { header: carriage, body: carriage + 3 }
}

/** A header value as people read it: encoded words decoded, control characters gone. */
export function readable(value: string): string {
  const decoded = value.includes('=?') ? decodeEncodedWords(value) : value
  return withoutControls(decoded).replace(/\s+/g, ' ').trim()
}

/** Takes out what neither the database nor a reader can use: control characters and broken surrogates. */
export function withoutControls(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for.
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '').toWellFormed()
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
const windows1252 = new TextDecoder('windows-1252')

/**
 * Text of bytes in the named charset. Where the name is missing, unknown or wrong it is UTF-8 if it can be, else
 * windows-1252, in which every byte means something.
 */
export function decodeBytes(bytes: Uint8Array, charset: string | undefined): string {
  const named = charset && !/^(?:us-?ascii|utf-?8|ansi_x3\.4)/i.test(charset) ? decoderOf(charset) : undefined
  try {
    return (named ?? utf8).decode(bytes)
  } catch {
    return windows1252.decode(bytes)
  }
}

function decoderOf(charset: string): TextDecoder | undefined {
  try {
    return new TextDecoder(charset, { fatal: true })
  } catch {
    return undefined
  }
}
