// From bytes that come in to a file: its kind found, its name made safe, a picture cleaned, all of it on disk.
import type { File } from '#contract/files'
import type { FileId, PersonId } from '#contract/ref'
import type { FileStore, Incoming } from '#outside/files'
import type { Db } from '#platform/db'
import { Refusal, refuseIf } from '#platform/refusal'
import type { Sentence } from '#platform/say'
import { contentTypeOf, isPicture, whyNotKeep } from './content-type.ts'
import { safeName } from './file-name.ts'
import { whyEmpty, whyNoRoom } from './rules.ts'
import { countBytes, findFile, insertFile } from './store.ts'

type Source = {
  id: FileId
  name: string
  bytes: AsyncIterable<Uint8Array>
  /** How many bytes are to come, where that was said. */
  statedBytes?: number | undefined
  now: Temporal.Instant
}

/** Bytes in their place, which no row tells of yet. */
export type Placed = { file: File; sha256: string; receivedSha256: string }

/**
 * Brings bytes to their place on disk, where they wait for their row. Should none come, they are collected after a day.
 * @throws Refusal when there is no room, they are too many or none, or a picture cannot be read
 */
export async function placeBytes(db: Db, files: FileStore, source: Source): Promise<Placed> {
  const { limits } = files
  // What is stated beyond the bound of one file is refused for that.
  const stated = Math.min(source.statedBytes ?? 0, limits.fileBytes)
  const usedBytes = limits.allBytes === undefined ? 0 : await countBytes(db)
  refuseIf(whyNoRoom({ limits, usedBytes, freeBytes: await files.freeBytes(), bytes: stated }))
  const received = await files.receive(source.bytes, source.statedBytes)
  try {
    refuseIf(whyEmpty(received.bytes))
    refuseIf(whyNoRoom({ limits, usedBytes, freeBytes: Number.POSITIVE_INFINITY, bytes: received.bytes }))
    return await place(files, received, source)
  } finally {
    await files.drop(received)
  }
}

async function place(files: FileStore, received: Incoming, { id, name, now }: Source): Promise<Placed> {
  const contentType = await contentTypeOf(received.head, name)
  refuseIf(whyNotKeep(contentType))
  const cleaned = isPicture(contentType) ? await files.rewrite(received, contentType) : undefined
  const kept = cleaned ?? received
  await files.keep(kept, { id, now })
  const file = {
    id,
    name: safeName(name, contentType),
    contentType,
    bytes: kept.bytes,
    width: cleaned?.width ?? null,
    height: cleaned?.height ?? null,
  }
  return { file, sha256: kept.sha256, receivedSha256: received.sha256 }
}

/** A file that comes from elsewhere: out of an archive, or with the sample. */
type FileFromElsewhere = {
  id: FileId
  name: string
  /** Called at most once. */
  read: () => AsyncIterable<Uint8Array>
  uploaderId: PersonId
  /** When it was uploaded where it comes from. */
  at: Temporal.Instant
  now: Temporal.Instant
}

/**
 * Keeps a file from elsewhere; one that is there already stays as it is. Call it in the transaction that attaches it:
 * what is attached to nothing is collected after a day.
 * @returns the file, or why it was not kept, as a sentence
 */
export async function keepFile(
  db: Db,
  files: FileStore,
  given: FileFromElsewhere,
): Promise<File | { refused: Sentence }> {
  const { id, name, now, uploaderId, at } = given
  const standing = await findFile(db, id)
  if (standing !== undefined) return standing
  try {
    const { file, sha256 } = await placeBytes(db, files, { id, name, now, bytes: given.read() })
    await insertFile(db, { ...file, sha256, uploaderId, at, now })
    return file
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.sentence }
    throw error
  }
}
