// The door to the disk: the bytes of files, in two-level folders under the data folder.
//   incoming/<any>           being written; whatever is left here after a crash is swept
//   kept/<yz>/<wx>/<id>      the bytes of a file, where wx and yz are the last four digits of its id
//   widths/<yz>/<wx>/…       smaller pictures, made again whenever they are missing
import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readdir, rename, rm, stat, statfs, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import type { File } from '#contract/files'
import type { FileId } from '#contract/ref'
import { refusal } from '#platform/refusal'
import type { Settings } from '#platform/settings'
import { type DocumentText, documentFormatOf, readDocumentText } from './document-text.ts'
import { type Measured, narrowPicture, rewritePicture } from './pictures.ts'

/** Bytes on disk that belong to no file yet. */
export type Incoming = { path: string; bytes: number; sha256: string; head: Uint8Array }
export type Span = { start: number; end: number }

export type FileStore = {
  /** Bounds of one file and, where there is one, of all together, in bytes. */
  limits: FileLimits
  /** Bytes that may still be written to this disk. */
  freeBytes: () => Promise<number>
  /**
   * Writes what comes in beside the files, durably, holding little of it in memory.
   * @param statedBytes how much is to come, where that was said
   * @throws Refusal when it is more than `limits.fileBytes`; nothing is left then, nor when the source breaks off
   */
  receive: (source: AsyncIterable<Uint8Array>, statedBytes: number | undefined) => Promise<Incoming>
  /**
   * Writes a picture anew, upright and without anything it told of itself.
   * @throws Refusal when it is broken or has too many pixels
   */
  rewrite: (incoming: Incoming, contentType: string) => Promise<Incoming & Measured>
  /** Gives bytes their lasting place, durably; a row may then say that they are there. */
  keep: (incoming: Incoming, file: { id: FileId; now: Temporal.Instant }) => Promise<void>
  /** Removes what came in and was not kept. */
  drop: (incoming: Incoming) => Promise<void>
  read: (id: FileId, span: Span) => Promise<ReadableStream<Uint8Array>>
  /** A smaller picture as WebP, made when it is first asked for. */
  narrow: (id: FileId, width: number) => Promise<Narrowed>
  /** What a document says; undefined for what is none. */
  readText: (file: Pick<File, 'id' | 'name' | 'contentType' | 'bytes'>) => Promise<DocumentText | undefined>
  remove: (id: FileId) => Promise<void>
  /** Every file whose bytes are there, with the time they were kept at. */
  list: () => AsyncIterable<{ id: FileId; keptAt: Temporal.Instant }>
  isThere: (id: FileId) => Promise<boolean>
  /** Removes what was left half written before an instant. */
  sweep: (before: Temporal.Instant) => Promise<void>
}

export type FileLimits = { fileBytes: number; allBytes: number | undefined }
export type Narrowed = { bytes: number; read: (span: Span) => Promise<ReadableStream<Uint8Array>> }

/** How much of a file tells what kind it is. */
const HEAD_BYTES = 64 * 1024
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Where the bytes of all files lie, for backups: what lies beside it can be made again, or was never finished. */
export function keptFolderOf(dataFolder: string): string {
  return join(dataFolder, 'files', 'kept')
}

/** Opens the files of a data folder. */
export function openFiles(
  settings: Pick<Settings, 'dataFolder' | 'fileBytesMax' | 'filesBytesMax'>,
): FileStore {
  const folder = join(settings.dataFolder, 'files')
  const kept = keptFolderOf(settings.dataFolder)
  const limits = { fileBytes: settings.fileBytesMax, allBytes: settings.filesBytesMax }
  const incoming = join(folder, 'incoming')
  const widths = join(folder, 'widths')
  const pathOf = (id: FileId) => join(kept, foldersOf(id), id)
  return {
    limits,
    freeBytes: () => freeBytesOf(folder),
    receive: async (source, statedBytes = 0) => {
      if (statedBytes > limits.fileBytes) throw tooLarge(limits.fileBytes)
      return fill(incoming, (path) => write(source, { path, bytesMax: limits.fileBytes }))
    },
    rewrite: (from, contentType) =>
      fill(incoming, async (to) => {
        const measured = await rewritePicture({ from: from.path, to, contentType })
        return { ...(await digest(to)), ...measured }
      }),
    keep: async ({ path }, { id, now }) => {
      await put(path, pathOf(id))
      const at = now.epochMilliseconds / 1000
      await utimes(pathOf(id), at, at)
    },
    drop: ({ path }) => rm(path, { force: true }),
    read: (id, span) => readSpan(pathOf(id), span),
    narrow: openNarrow({ incoming, widths, pathOf }),
    readText: async ({ id, bytes, ...document }) => {
      const format = documentFormatOf(document)
      return format && readDocumentText({ path: pathOf(id), format, bytes })
    },
    remove: async (id) => {
      await removeWidths(join(widths, foldersOf(id)), id)
      await rm(pathOf(id), { force: true })
    },
    list: () => listKept(kept),
    isThere: (id) => isThere(pathOf(id)),
    sweep: (before) => sweep(incoming, before),
  }
}

/** Lets work fill a fresh place; what it leaves there when it fails is removed. */
async function fill<T>(incoming: string, work: (path: string) => Promise<T>): Promise<T> {
  await mkdir(incoming, { recursive: true })
  const path = join(incoming, randomUUID())
  try {
    return await work(path)
  } catch (error) {
    await rm(path, { force: true })
    throw error
  }
}

type Places = { incoming: string; widths: string; pathOf: (id: FileId) => string }

function openNarrow({ incoming, widths, pathOf }: Places): FileStore['narrow'] {
  const underWay = new Map<string, Promise<void>>()
  return async (id, width) => {
    const path = join(widths, foldersOf(id), `${id}-${width}.webp`)
    if (!(await isThere(path))) {
      const make = () =>
        fill(incoming, async (made) => {
          await narrowPicture({ from: pathOf(id), to: made, width })
          await put(made, path)
        }).finally(() => underWay.delete(path))
      // Many readers at once are many requests for one picture that is made once.
      const making = underWay.get(path) ?? make()
      underWay.set(path, making)
      await making
    }
    const { size } = await stat(path)
    return { bytes: size, read: (span) => readSpan(path, span) }
  }
}

async function sweep(incoming: string, before: Temporal.Instant): Promise<void> {
  for (const entry of await entriesOf(incoming)) {
    const path = join(incoming, entry)
    const found = await stat(path).catch(() => undefined)
    if (found !== undefined && found.mtimeMs < before.epochMilliseconds) await rm(path, { force: true })
  }
}

/** The last digits of an id are random, so the folders fill evenly; the first ones tell the time. */
function foldersOf(id: FileId): string {
  return join(id.slice(-2), id.slice(-4, -2))
}

async function freeBytesOf(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true })
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

async function write(
  source: AsyncIterable<Uint8Array>,
  { path, bytesMax }: { path: string; bytesMax: number },
): Promise<Incoming> {
  const handle = await open(path, 'wx')
  try {
    const hash = createHash('sha256')
    const head: Uint8Array[] = []
    let bytes = 0
    for await (const chunk of source) {
      if (bytes < HEAD_BYTES) head.push(chunk.slice(0, HEAD_BYTES - bytes))
      bytes += chunk.byteLength
      if (bytes > bytesMax) throw tooLarge(bytesMax)
      hash.update(chunk)
      await writeAll(handle, chunk)
    }
    await handle.sync()
    return { path, bytes, sha256: hash.digest('hex'), head: Buffer.concat(head) }
  } finally {
    await handle.close()
  }
}

/** A disk may take less than it is given at once. */
async function writeAll(handle: FileHandle, chunk: Uint8Array): Promise<void> {
  for (let written = 0; written < chunk.byteLength; ) {
    written += (await handle.write(chunk, written)).bytesWritten
  }
}

function tooLarge(bytesMax: number) {
  const most = Math.round(bytesMax / 1e4) / 100
  return refusal('too-large', 'file-too-large', 'A file has at most {most, number} MB here.', { most })
}

async function digest(path: string): Promise<Incoming> {
  const handle = await open(path, 'r+')
  try {
    await handle.sync()
    const hash = createHash('sha256')
    let bytes = 0
    for await (const chunk of handle.createReadStream({ autoClose: false })) {
      hash.update(chunk)
      bytes += chunk.byteLength
    }
    return { path, bytes, sha256: hash.digest('hex'), head: Buffer.alloc(0) }
  } finally {
    await handle.close()
  }
}

/** Moves finished bytes to their place; folders are synced too, or a crash could lose the name of what is written. */
async function put(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await rename(from, to)
  for (const folder of [dirname(to), dirname(dirname(to))]) {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  }
}

async function readSpan(path: string, span: Span): Promise<ReadableStream<Uint8Array>> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    // Without the system's code: it would read as if the database were away.
    throw new Error(`The bytes at ${path} cannot be read: ${String(error)}`)
  })
  return Readable.toWeb(handle.createReadStream(span)) as ReadableStream<Uint8Array>
}

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isFile() ?? false
}

async function removeWidths(folder: string, id: FileId): Promise<void> {
  for (const entry of await entriesOf(folder)) {
    if (entry.startsWith(id)) await rm(join(folder, entry), { force: true })
  }
}

async function* listKept(folder: string): AsyncIterable<{ id: FileId; keptAt: Temporal.Instant }> {
  for (const one of await entriesOf(folder)) {
    for (const two of await entriesOf(join(folder, one))) {
      for (const name of await entriesOf(join(folder, one, two))) {
        const found = await stat(join(folder, one, two, name)).catch(() => undefined)
        if (found === undefined || !ID.test(name)) continue
        const keptAt = Temporal.Instant.fromEpochMilliseconds(Math.floor(found.mtimeMs))
        yield { id: name as FileId, keptAt }
      }
    }
  }
}

async function entriesOf(folder: string): Promise<string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
}
