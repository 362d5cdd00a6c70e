// Writes a zip as its entries come.
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { Entry } from './backup/contents.ts'

/** Adds one entry and waits until it is in the zip. Pictures are packed already; level 0 leaves them so. */
export type AddEntry = (name: string, bytes: Readable, compressionLevel: 0 | 4) => Promise<Entry>

/** Writes a zip that only its owner may read, one entry after the other; little of it is in memory at a time. */
export async function writeZip<T>(part: string, fillZip: (add: AddEntry) => Promise<T>): Promise<T> {
  const zip = new ZipFile()
  const trouble = Promise.withResolvers<never>()
  trouble.promise.catch(() => {})
  zip.on('error', trouble.reject)
  const written = pipeline(
    zip.outputStream,
    createWriteStream(part, { flags: 'wx', mode: 0o600, flush: true }),
  )
  written.catch(trouble.reject)
  const add: AddEntry = async (name, bytes, compressionLevel) => {
    const digest = createHash('sha256')
    let length = 0
    const counted = Readable.from(
      (async function* () {
        for await (const chunk of bytes) {
          digest.update(chunk)
          length += chunk.length
          yield chunk
        }
      })(),
      { objectMode: false },
    )
    counted.on('error', trouble.reject)
    const ended = once(counted, 'end')
    zip.addReadStream(counted, name, { compressionLevel })
    await Promise.race([ended, trouble.promise])
    return { entry: name, bytes: length, sha256: digest.digest('hex') }
  }
  const result = await fillZip(add)
  zip.end()
  await Promise.race([written, trouble.promise])
  return result
}

/**
 * A zip of texts that goes out as they come: a text is read once whoever takes the zip is ready for it.
 * The stream breaks where the texts do.
 */
export function streamZip(texts: AsyncIterable<{ path: string; text: string }>): ReadableStream<Uint8Array> {
  const zip = new ZipFile()
  // What it goes out through, which yazl declares as less than it is.
  const output = Readable.from(zip.outputStream, { objectMode: false })
  const gone = once(output, 'close').catch(() => {})
  const fill = async () => {
    for await (const { path, text } of texts) {
      if (output.destroyed) return
      const bytes = Readable.from([Buffer.from(text)], { objectMode: false })
      const taken = once(bytes, 'end')
      zip.addReadStream(bytes, path, { compressionLevel: TEXT_LEVEL })
      await Promise.race([taken, gone])
    }
    zip.end()
  }
  zip.on('error', (error) => output.destroy(error))
  fill().catch((error) => output.destroy(error))
  return Readable.toWeb(output) as ReadableStream<Uint8Array>
}

const TEXT_LEVEL = 4
