// From bytes of unknown origin to the text of a CSV file.

import { sentence } from '#platform/say'
import { UnreadableArchive } from '../archive.ts'

/** Half a million people fill well under half of this. */
const FILE_BYTES_MAX = 256 * 1024 * 1024

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
export type CsvText = { text: string; encoding: TextEncoding }

export type CsvSource = string | Uint8Array | AsyncIterable<Uint8Array | string>

/**
 * The text of a source, without byte order mark. Bytes are UTF-16 when their mark or their zeros say so, else UTF-8,
 * else windows-1252, in which spreadsheets of the West save.
 * @throws UnreadableArchive when it is too large or no text at all.
 */
export async function textOf(source: CsvSource): Promise<CsvText> {
  if (typeof source === 'string') return { text: source.replace(/^\uFEFF/, ''), encoding: 'utf-8' }
  const bytes = source instanceof Uint8Array ? source : await bytesOf(source)
  refuseOver(bytes.length)
  const encoding = encodingOf(bytes)
  const text = new TextDecoder(encoding).decode(bytes)
  if (text.includes('\0')) {
    throw new UnreadableArchive(
      sentence('This is not a text file. Save the people as CSV (comma separated) and try again.'),
    )
  }
  return { text, encoding }
}

async function bytesOf(chunks: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const kept: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk
    length += bytes.length
    refuseOver(length)
    kept.push(bytes)
  }
  return Buffer.concat(kept)
}

function refuseOver(length: number): void {
  if (length > FILE_BYTES_MAX) {
    throw new UnreadableArchive(
      sentence('The people file is larger than 256 MB. Split it, or leave out columns.'),
    )
  }
}

function encodingOf(bytes: Uint8Array): TextEncoding {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // A header in Latin letters has a zero in every second byte when it is UTF-16.
  if (first === 0 && second !== 0) return 'utf-16be'
  if (first !== 0 && second === 0) return 'utf-16le'
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252'
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
