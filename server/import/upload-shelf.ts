// Where archives lie that come in through the browser: `imports/<id>/<name>` in the data folder, until they are in.
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { refusal } from '#platform/refusal'

export type UploadShelf = ReturnType<typeof openUploadShelf>

type Lying = { id: string; file: string }

/** What an upload leaves free on the disk for everything else. */
const SPARE_BYTES = 256 * 1024 * 1024

/** @param dataFolder where Foyer keeps its data */
export function openUploadShelf(dataFolder: string) {
  const folder = join(dataFolder, 'imports')
  const pathOf = ({ id, file }: Lying) => join(folder, id, nameOnDisk(file))
  return {
    pathOf,
    receivedBytes: async (upload: Lying): Promise<number> => {
      const found = await stat(pathOf(upload)).catch(() => undefined)
      return found?.size ?? 0
    },
    /**
     * Writes the bytes of a part in their place; those that arrive stay, even when the rest does not.
     * @throws Refusal when there are more than `bytesMax`
     */
    write: async (
      upload: Lying,
      part: { from: number; bytesMax: number; body: AsyncIterable<Uint8Array> },
    ) => {
      await mkdir(join(folder, upload.id), { recursive: true, mode: 0o700 })
      const options = { flags: part.from === 0 ? 'w' : 'r+', start: part.from, mode: 0o600 }
      await pipeline(bounded(part.body, part.bytesMax), createWriteStream(pathOf(upload), options))
    },
    remove: async (id: string): Promise<void> => {
      await rm(join(folder, id), { recursive: true, force: true })
    },
    list: async (): Promise<string[]> => readdir(folder).catch(() => []),
    freeBytes: async (): Promise<number> => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const { bavail, bsize } = await statfs(folder)
      return Math.max(0, bavail * bsize - SPARE_BYTES)
    },
  }
}

async function* bounded(body: AsyncIterable<Uint8Array>, bytesMax: number): AsyncIterable<Uint8Array> {
  let bytes = 0
  for await (const chunk of body) {
    bytes += chunk.byteLength
    if (bytes > bytesMax)
      throw refusal('too-large', 'part-too-large', 'This part holds more bytes than it may.')
    yield chunk
  }
}

const NAME_BYTES_MAX = 120

/** The name that reports show, without anything that means something to a disk. */
function nameOnDisk(file: string): string {
  const plain = file
    .replace(/[/\\:*?"<>|\p{Cc}]/gu, '_')
    .replace(/^\.+/, '_')
    .slice(-NAME_BYTES_MAX)
    .toWellFormed()
  return plain === '' ? 'archive' : plain
}
