// Opens a backup and reads its contents; whatever it names must be in it, under a name that stays in its folder.
import type { Readable } from 'node:stream'
import { openPromise, type Entry as ZipEntry, type ZipFile } from 'yauzl'
import { BACKUP_FORMAT, BackupTrouble, CONTENTS_NAME, Contents } from './contents.ts'

export type OpenBackup = {
  contents: Contents
  read: (entry: string) => Promise<Readable>
  close: () => void
}

const CONTENTS_BYTES_MAX = 256 * 1024 * 1024

/** @throws BackupTrouble when it cannot be read, is cut off, or is no backup of this format */
export async function openBackup(path: string): Promise<OpenBackup> {
  const zip = await openPromise(path, { autoClose: false }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new BackupTrouble(`There is no file ${path}.`)
    throw new BackupTrouble(`${path} is no whole backup; it may be cut off. Use another copy of it.`)
  })
  // An error that nobody listens for would end the process; reading reports its own.
  zip.on('error', () => {})
  try {
    const entries = await listEntries(zip, path)
    const read = async (name: string) => {
      const entry = entries.get(name)
      if (entry === undefined) throw new BackupTrouble(`The backup is damaged: ${name} is not in it.`)
      return zip.openReadStreamPromise(entry)
    }
    const contents = await readContents(read, path)
    for (const { entry } of [...contents.tables, ...contents.files, contents.jobs]) {
      if (!entries.has(entry)) throw new BackupTrouble(`The backup is damaged: ${entry} is not in it.`)
    }
    return { contents, read, close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function listEntries(zip: ZipFile, path: string): Promise<Map<string, ZipEntry>> {
  const entries = new Map<string, ZipEntry>()
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  } catch {
    throw new BackupTrouble(`The list of files in ${path} is damaged. Use another copy of it.`)
  }
  return entries
}

async function readContents(read: OpenBackup['read'], path: string): Promise<Contents> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of await read(CONTENTS_NAME)) {
      bytes += chunk.length
      if (bytes > CONTENTS_BYTES_MAX) break
      chunks.push(chunk)
    }
    return Contents.parse(JSON.parse(Buffer.concat(chunks).toString()))
  } catch {
    throw new BackupTrouble(`${path} is no backup that this Foyer can read (format ${BACKUP_FORMAT}).`)
  }
}
