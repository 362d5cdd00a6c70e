// A zip from strangers, opened with suspicion: nothing is ever written to disk, and nothing grows without bound.
import { basename } from 'node:path'
import { type Entry, getFileNameLowLevel, openPromise, validateFileName, type ZipFile } from 'yauzl'
import { sentence } from '#platform/say'
import { ARCHIVE_LIMITS, UnreadableArchive } from '../archive.ts'
import { whyNotReadable } from '../why-not-readable.ts'

export type ZipEntry = {
  name: string
  /** Unpacked, as the zip declares it; more are never read. */
  bytes: number
  read(): AsyncIterable<Buffer>
}

export type ZipArchive = {
  /** Every file that may be read, without folders. */
  entries: ZipEntry[]
  /** Files that are left alone, each for a reason. */
  refused: { name: string; reason: string }[]
  close(): void
}

/** Small files may shrink more than any honest large one does, and can do no harm. */
const HARMLESS_BYTES = 1024 * 1024
const NAME_CHARACTERS_MAX = 1000

/**
 * Opens a zip and lists what is in it. Reading an entry may still throw, when its bytes are damaged.
 * @throws UnreadableArchive when it is no whole zip, has too many entries, or would unpack to far too much.
 */
export async function openZip(path: string): Promise<ZipArchive> {
  const zip = await openedZip(path)
  try {
    // An error that nobody listens for would end the process; reading reports its own.
    zip.on('error', () => {})
    if (zip.entryCount > ARCHIVE_LIMITS.entriesMax) {
      throw new UnreadableArchive(
        sentence('The zip names {count} files; more than {most} are not read. Export a shorter period.', {
          count: zip.entryCount,
          most: ARCHIVE_LIMITS.entriesMax,
        }),
      )
    }
    return { ...(await listed(zip)), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function openedZip(path: string): Promise<ZipFile> {
  try {
    // Names are checked one by one, so that a single bad one does not keep the others out.
    return await openPromise(path, { autoClose: false, decodeStrings: false })
  } catch (error) {
    const why = whyNotReadable(error, path, sentence('Give the zip as it was exported.'))
    if (why instanceof UnreadableArchive) throw why
    throw new UnreadableArchive(
      sentence('{file} is no whole zip; it may be cut off. Download the export again.', {
        file: basename(path),
      }),
    )
  }
}

async function listed(zip: ZipFile): Promise<Pick<ZipArchive, 'entries' | 'refused'>> {
  const entries: ZipEntry[] = []
  const refused: ZipArchive['refused'] = []
  let unpackedBytes = 0
  for await (const entry of entriesOf(zip)) {
    const name = nameOf(entry)
    if (name.endsWith('/')) continue
    const reason = whyNotRead(entry, name)
    if (reason) {
      refused.push({ name: printable(name), reason })
      continue
    }
    unpackedBytes += entry.uncompressedSize
    entries.push({ name, bytes: entry.uncompressedSize, read: () => bytesOf(zip, entry) })
  }
  // Entries that share their bytes are each within bounds and together are not.
  if (unpackedBytes > HARMLESS_BYTES + zip.fileSize * ARCHIVE_LIMITS.inflationMax) {
    throw new UnreadableArchive(
      sentence('The zip would unpack to far more than an export holds. It was not made by an export.'),
    )
  }
  return { entries, refused }
}

async function* entriesOf(zip: ZipFile): AsyncIterable<Entry> {
  try {
    yield* zip.eachEntry()
  } catch {
    throw new UnreadableArchive(
      sentence('The list of files in the zip is damaged. Download the export again.'),
    )
  }
}

function nameOf(entry: Entry): string {
  // Some tools on Windows write backslashes; they are read as slashes.
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false)
}

const FILE_TYPE = 0o170000
const SYMBOLIC_LINK = 0o120000

function whyNotRead(entry: Entry, name: string): string | undefined {
  if (
    name === '' ||
    validateFileName(name) !== null ||
    name.includes('\0') ||
    name.length > NAME_CHARACTERS_MAX
  ) {
    return 'file with an unsafe name'
  }
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK) return 'link to another file'
  if (entry.isEncrypted()) return 'encrypted file'
  if (!entry.canDecodeFileData()) return 'file packed in an unknown way'
  if (entry.uncompressedSize > ARCHIVE_LIMITS.entryBytesMax) return 'file that is too large'
  const bound = Math.max(HARMLESS_BYTES, entry.compressedSize * ARCHIVE_LIMITS.inflationMax)
  return entry.uncompressedSize > bound ? 'file that unpacks to far more than it holds' : undefined
}

async function* bytesOf(zip: ZipFile, entry: Entry): AsyncIterable<Buffer> {
  // The stream fails as soon as it holds more bytes than the entry declared.
  const stream = await zip.openReadStreamPromise(entry)
  try {
    for await (const chunk of stream) yield chunk
  } finally {
    stream.destroy()
  }
}

function printable(name: string): string {
  const plain = name.replace(/[\p{Cc}]/gu, '?').slice(0, NAME_CHARACTERS_MAX)
  return plain.toWellFormed() || 'a file without a name'
}
