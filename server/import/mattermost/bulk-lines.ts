// Cuts a bulk export into its lines without ever holding more than one of them.
import { isUtf8 } from 'node:buffer'
import { ARCHIVE_LIMITS } from '../archive.ts'
import { isRecord, type JsonRecord } from '../reading/json-values.ts'

const LINE_END = 0x0a
const BYTE_ORDER_MARK = '\uFEFF'

/** A line with its number, counted from 1, or why its bytes are not there. */
export type BulkLine = { line: number; bytes: Buffer } | { line: number; flaw: string; isMessage: boolean }

/** What a line says: its type and what it holds under that type. */
export type LineContent = { type: string; content: JsonRecord; isCleanUtf8: boolean }

/** The lines that are not empty. What is wrong is yielded and never thrown. */
export async function* bulkLines(chunks: AsyncIterable<Uint8Array>): AsyncIterable<BulkLine> {
  let line = 1
  let parts: Uint8Array[] = []
  let length = 0
  const ended = (): BulkLine | undefined => {
    const bytes = length > ARCHIVE_LIMITS.lineBytesMax ? undefined : Buffer.concat(parts)
    parts = []
    length = 0
    if (bytes === undefined) return { line, flaw: 'line that is too long', isMessage: true }
    return isBlank(bytes) ? undefined : { line, bytes }
  }
  const keep = (part: Uint8Array) => {
    length += part.length
    if (length > ARCHIVE_LIMITS.lineBytesMax) parts = []
    else parts.push(part)
  }
  try {
    for await (const chunk of chunks) {
      let from = 0
      for (let at = chunk.indexOf(LINE_END); at >= 0; at = chunk.indexOf(LINE_END, from)) {
        keep(chunk.subarray(from, at))
        const whole = ended()
        if (whole) yield whole
        line += 1
        from = at + 1
      }
      keep(chunk.subarray(from))
    }
  } catch {
    yield { line, flaw: 'file with damaged bytes', isMessage: false }
    return
  }
  const last = ended()
  if (last) yield last
}

function isBlank(bytes: Buffer): boolean {
  return bytes.every((byte) => byte <= 0x20)
}

const POST_BEGINS = /^\s*\{\s*"type"\s*:\s*"(?:post|direct_post)"/

/** Whether a line holds something said, as far as its first letters tell; then it need not be parsed to know. */
export function beginsLikePost(bytes: Buffer): boolean {
  return POST_BEGINS.test(bytes.toString('latin1', 0, 64))
}

/** What a line says; undefined when it is no JSON object with a type. */
export function contentOf(bytes: Buffer): LineContent | undefined {
  try {
    const text = bytes.toString('utf8')
    const value: unknown = JSON.parse(text.startsWith(BYTE_ORDER_MARK) ? text.slice(1) : text)
    if (!isRecord(value) || typeof value.type !== 'string') return undefined
    const content = value[value.type]
    // The version stands bare in its line; everything else is an object.
    return {
      type: value.type,
      content: isRecord(content) ? content : { version: content },
      isCleanUtf8: isUtf8(bytes),
    }
  } catch {
    return undefined
  }
}
