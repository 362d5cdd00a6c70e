// Answers with bytes: whole or one range of them, and not at all to those who have them already (RFC 9110).
import type { Context } from 'hono'

/** Bytes that can be asked for in ranges. */
export type Bytes = {
  contentType: string
  length: number
  /** The same for the same bytes, as long as they are kept; without quotes. */
  tag: string
  /** Whether a browser may show them, or has to save them; and the name under which. */
  disposition: 'inline' | 'attachment'
  name: string
  open: (span: Span) => Promise<ReadableStream<Uint8Array>>
}

/** Bytes that are made as they go out: how many there will be is not known, and no range of them can be asked for. */
export type MadeBytes = Pick<Bytes, 'contentType' | 'disposition' | 'name'> & {
  make: () => ReadableStream<Uint8Array>
}

/** The first and the last byte, both included; the first counts as 0. */
export type Span = { start: number; end: number }

/** What a `Range` asks for: all, some, or what is not there. */
export type Asked = Span | 'all' | 'beyond'

// Whatever the bytes are, they may neither run nor load anything, also when somebody opens them by their address.
const HARMLESS = "sandbox; default-src 'none'"

/** Answers 200, 206, 304 or 416. For HEAD nothing is opened. */
export async function answerBytes(context: Context, bytes: Bytes | MadeBytes): Promise<Response> {
  if ('make' in bytes) return answerMade(context, bytes)
  const { headers } = context.req.raw
  const etag = `"${bytes.tag}"`
  const common = { etag, 'cache-control': 'private, no-cache' }
  if (isAmong(headers.get('if-none-match'), etag)) {
    return context.newResponse(null, { status: 304, headers: common })
  }
  const asked = isSameStill(headers.get('if-range'), etag)
    ? readRange(headers.get('range') ?? '', bytes.length)
    : 'all'
  if (asked === 'beyond') {
    return context.newResponse(null, {
      status: 416,
      headers: { ...common, 'content-range': `bytes */${bytes.length}` },
    })
  }
  const span = asked === 'all' ? { start: 0, end: bytes.length - 1 } : asked
  const body = context.req.method === 'HEAD' ? null : await bytes.open(span)
  return context.newResponse(body, {
    status: asked === 'all' ? 200 : 206,
    headers: {
      ...common,
      'accept-ranges': 'bytes',
      'content-type': bytes.contentType,
      'content-length': String(span.end - span.start + 1),
      'content-disposition': dispositionOf(bytes),
      'content-security-policy': HARMLESS,
      ...(asked === 'all' ? {} : { 'content-range': `bytes ${span.start}-${span.end}/${bytes.length}` }),
    },
  })
}

/** Made for whoever asks now: kept by nobody on the way. */
function answerMade(context: Context, bytes: MadeBytes): Response {
  return context.newResponse(context.req.method === 'HEAD' ? null : bytes.make(), {
    status: 200,
    headers: {
      'cache-control': 'no-store',
      'content-type': bytes.contentType,
      'content-disposition': dispositionOf(bytes),
      'content-security-policy': HARMLESS,
    },
  })
}

/**
 * Reads a `Range` header (RFC 9110 §14.2). Several ranges at once, another unit and whatever is not well formed count
 * as not asked for, as the RFC allows.
 * @param length how many bytes there are, at least 1
 */
export function readRange(header: string, length: number): Asked {
  const [, first = '', last = ''] = /^\s*bytes\s*=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header) ?? []
  if (first === '' && last === '') return 'all'
  if (first === '') {
    const count = Math.min(Number(last), length)
    return count === 0 ? 'beyond' : { start: length - count, end: length - 1 }
  }
  const start = Number(first)
  if (last !== '' && Number(last) < start) return 'all'
  if (start >= length) return 'beyond'
  return { start, end: last === '' ? length - 1 : Math.min(Number(last), length - 1) }
}

/** `If-None-Match` compares weakly, and a list of tags may hold the right one. */
function isAmong(header: string | null, etag: string): boolean {
  if (header === null) return false
  return header.split(',').some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag)
}

/** `If-Range` compares strongly; a date is never the same, since none is given out. */
function isSameStill(header: string | null, etag: string): boolean {
  return header === null || header.trim() === etag
}

/** The name twice, as RFC 6266 has it: plainly for old programs, and in UTF-8 for all others. */
function dispositionOf({ disposition, name }: Pick<Bytes, 'disposition' | 'name'>): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const full = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${disposition}; filename="${plain}"; filename*=UTF-8''${full}`
}
