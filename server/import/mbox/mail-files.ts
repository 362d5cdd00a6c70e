// Which files of the given paths hold mail, and the bytes of one mail, bounded whatever the file holds.

import { closeSync, openSync, readSync } from 'node:fs'
import { lstat, readdir, stat } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { sentence } from '#platform/say'
import { ARCHIVE_LIMITS, UnreadableArchive } from '../archive.ts'
import type { MailSpan } from './split-mbox.ts'

/** `name` is what reports show: relative to the folder that was asked for, so that no machine path leaks. */
export type MailFile = { path: string; name: string; size: number; kind: 'mbox' | 'single mail' | 'not mail' }

/** A mail's bytes, with what had to be left out of them. */
export type MailBytes = { bytes: Buffer; losses: string[] }

const SNIFF_BYTES = 512
const READ_BYTES = 1024 * 1024
const MAIL_BYTES_MAX = 32 * 1024 * 1024
const OPEN_FILES_MAX = 32
const FILES_MAX = ARCHIVE_LIMITS.entriesMax
const MAIL_HEADER =
  /^(?:message-id|return-path|received|date|from|to|subject|delivered-to|mime-version|content-type|sender|reply-to|x-[\w-]+):/i

/**
 * All files under the given paths, folders walked through in the order of their names and symbolic links left
 * alone. Throws UnreadableArchive when a path does not exist or holds no mail at all.
 */
export async function listMailFiles(paths: readonly string[]): Promise<MailFile[]> {
  const files = new Map<string, MailFile>()
  for (const path of paths) {
    const root = resolve(path)
    const info = await stat(root).catch(() => undefined)
    if (!info)
      throw new UnreadableArchive(sentence('There is no file or folder "{name}".', { name: basename(path) }))
    const found = info.isDirectory() ? await filesUnder(root) : [{ path: root, size: info.size }]
    for (const { path: file, size } of found) {
      const name = info.isDirectory() ? relative(root, file) : basename(file)
      if (!files.has(file)) files.set(file, { path: file, name, size, kind: kindOf(file) })
      if (files.size > FILES_MAX)
        throw new UnreadableArchive(sentence('The archive has more than {most} files.', { most: FILES_MAX }))
    }
  }
  const listed = [...files.values()]
  if (listed.some((file) => file.kind !== 'not mail')) return listed
  throw new UnreadableArchive(
    sentence('No mail was found: an mbox file, an .eml file or a folder of them is expected.'),
  )
}

async function filesUnder(folder: string): Promise<{ path: string; size: number }[]> {
  const names = (await readdir(folder)).sort()
  const found: { path: string; size: number }[] = []
  for (const name of names) {
    const path = join(folder, name)
    const info = await lstat(path)
    if (info.isDirectory()) found.push(...(await filesUnder(path)))
    else if (info.isFile()) found.push({ path, size: info.size })
  }
  return found
}

function kindOf(path: string): MailFile['kind'] {
  const descriptor = openSync(path, 'r')
  try {
    const head = readPiece(descriptor, 0, SNIFF_BYTES).toString('latin1')
    const start = head.replace(/^(?:\xef\xbb\xbf)?\s*/, '')
    if (start.startsWith('From ')) return /\.eml$/i.test(path) ? 'single mail' : 'mbox'
    if (/\.mbo?x$/i.test(path)) return 'mbox'
    return /\.eml$/i.test(path) || MAIL_HEADER.test(start) ? 'single mail' : 'not mail'
  } finally {
    closeSync(descriptor)
  }
}

/** Opens files as they are needed and keeps few of them open, since a folder may hold one file per mail. */
export class MailShelf {
  #open = new Map<string, number>()

  /**
   * Reads one mail. Reading is synchronous because a small read from the page cache takes less time than
   * handing it to another thread. Lines over the limit are passed over and a mail beyond 32 MB is cut.
   */
  read(file: MailFile, span: MailSpan): MailBytes {
    const descriptor = this.#descriptorOf(file.path)
    if (span.length <= ARCHIVE_LIMITS.lineBytesMax) {
      return { bytes: readPiece(descriptor, span.offset, span.length), losses: [] }
    }
    return readBounded(descriptor, span)
  }

  /** Up to `length` bytes as they stand in the file; fewer at its end. */
  readRaw(file: MailFile, offset: number, length: number): Buffer {
    return readPiece(this.#descriptorOf(file.path), offset, length)
  }

  close(): void {
    for (const descriptor of this.#open.values()) closeSync(descriptor)
    this.#open.clear()
  }

  #descriptorOf(path: string): number {
    const known = this.#open.get(path)
    if (known !== undefined) return known
    const [oldest] = this.#open
    if (oldest && this.#open.size >= OPEN_FILES_MAX) {
      closeSync(oldest[1])
      this.#open.delete(oldest[0])
    }
    const descriptor = openSync(path, 'r')
    this.#open.set(path, descriptor)
    return descriptor
  }
}

function readPiece(descriptor: number, offset: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length)
  let filled = 0
  while (filled < length) {
    const count = readSync(descriptor, buffer, filled, length - filled, offset + filled)
    if (count === 0) break
    filled += count
  }
  return buffer.subarray(0, filled)
}

function readBounded(descriptor: number, span: MailSpan): MailBytes {
  const kept = new KeptLines()
  for (let at = 0; at < span.length && !kept.isFull; at += READ_BYTES) {
    kept.add(readPiece(descriptor, span.offset + at, Math.min(READ_BYTES, span.length - at)))
  }
  return kept.finish()
}

class KeptLines {
  isFull = false
  #kept: Buffer[] = []
  #keptLength = 0
  #line: Buffer[] = []
  #lineLength = 0
  #longLines = 0

  add(piece: Buffer): void {
    let from = 0
    for (let end = piece.indexOf(0x0a); end !== -1; end = piece.indexOf(0x0a, from)) {
      this.#addToLine(piece.subarray(from, end + 1))
      this.#endLine()
      from = end + 1
    }
    this.#addToLine(piece.subarray(from))
  }

  finish(): MailBytes {
    this.#endLine()
    const losses: string[] = []
    for (let i = 0; i < this.#longLines; i += 1) losses.push('line too long, passed over')
    if (this.isFull) losses.push('mail too large, its end passed over')
    return { bytes: Buffer.concat(this.#kept), losses }
  }

  #addToLine(part: Buffer): void {
    this.#lineLength += part.length
    if (this.#lineLength <= ARCHIVE_LIMITS.lineBytesMax) this.#line.push(part)
    else this.#line = []
  }

  #endLine(): void {
    if (this.#lineLength > ARCHIVE_LIMITS.lineBytesMax) this.#longLines += 1
    else if (this.#keptLength + this.#lineLength > MAIL_BYTES_MAX) this.isFull = true
    else {
      this.#kept.push(...this.#line)
      this.#keptLength += this.#lineLength
    }
    this.#line = []
    this.#lineLength = 0
  }
}
