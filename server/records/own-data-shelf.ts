// Where copies of people's own data lie until they are fetched or a week old: `own-data/<id>.zip` in the data folder.
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import type { Span } from '#platform/byte-answer'
import { type AddEntry, writeZip } from '#platform/zip'

export type OwnDataShelf = ReturnType<typeof openOwnDataShelf>

/** @param dataFolder where Foyer keeps its data */
export function openOwnDataShelf(dataFolder: string) {
  const folder = join(dataFolder, 'own-data')
  const pathOf = (id: string) => join(folder, `${id}.zip`)
  return {
    /** Writes a copy as its entries come; it is there under its name once it is whole. @returns its length in bytes */
    write: async (id: string, fill: (add: AddEntry) => Promise<void>): Promise<number> => {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      const part = `${pathOf(id)}.part`
      // What an earlier try left behind when it was ended.
      await rm(part, { force: true })
      try {
        await writeZip(part, fill)
        await rename(part, pathOf(id))
      } catch (error) {
        await rm(part, { force: true })
        throw error
      }
      return (await stat(pathOf(id))).size
    },
    read: async (id: string, span: Span): Promise<ReadableStream<Uint8Array>> =>
      Readable.toWeb(createReadStream(pathOf(id), span)) as ReadableStream<Uint8Array>,
    remove: async (id: string): Promise<void> => {
      await rm(pathOf(id), { force: true })
    },
    /** The ids of all that lies here. */
    list: async (): Promise<string[]> => {
      const names = await readdir(folder).catch(() => [])
      return names.filter((name) => name.endsWith('.zip')).map((name) => name.slice(0, -'.zip'.length))
    },
  }
}
