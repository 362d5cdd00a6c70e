// Writes a whole network into one zip while it is in use: all tables as they stood at one instant, and the files.
import { once } from 'node:events'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { Readable } from 'node:stream'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { readWaitingJobs } from '../jobs.ts'
import { type AddEntry, writeZip } from '../zip.ts'
import {
  BACKUP_FORMAT,
  BackupTrouble,
  CONTENTS_NAME,
  type Contents,
  type Entry,
  JOBS_NAME,
} from './contents.ts'
import { listSequences, listTables } from './tables.ts'

export type BackupWish = {
  databaseUrl: string
  filesFolder: string
  /** Where the backup goes; nothing may be there yet. */
  path: string
  madeAt: Temporal.Instant
}

/**
 * Makes a backup. It holds secrets, so that only its owner may read it, and it appears under its name when it is whole.
 * @throws BackupTrouble when there is a file already, or the place cannot be written to
 */
export async function writeBackup(wish: BackupWish): Promise<Contents> {
  const { path } = wish
  await mkdir(dirname(path), { recursive: true })
  // Held from the beginning: two backups to one name must not end as one.
  const place = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST')
      throw new BackupTrouble(`There is a file ${path} already. Give another name.`)
    throw new BackupTrouble(`${path} cannot be written (${error.code}). Give another place.`)
  })
  await place.close()
  const client = new pg.Client({ connectionString: wish.databaseUrl })
  try {
    await client.connect()
    const contents = await writeZip(`${path}.part`, (zip) => fill(zip, client, wish))
    await rename(`${path}.part`, path)
    return contents
  } catch (error) {
    await rm(`${path}.part`, { force: true })
    await rm(path, { force: true })
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}

async function fill(
  add: AddEntry,
  client: pg.Client,
  { filesFolder, madeAt }: BackupWish,
): Promise<Contents> {
  await client.query('begin isolation level repeatable read, read only')
  const migrations = await client.query<Contents['migrations'][number]>(
    'select name, checksum from foyer_migrations.done order by name',
  )
  const tables: Contents['tables'] = []
  for (const [number, { name, columns }] of (await listTables(client)).entries()) {
    const copied = client.query(copyTo(`copy ${name} (${columns.join(', ')}) to stdout`))
    const entry = await add(`tables/${number}-${name.replaceAll('"', '')}.copy`, copied, 4)
    tables.push({ ...entry, table: name, columns, rows: copied.rowCount })
  }
  const sequences = await listSequences(client)
  const waiting = JSON.stringify(await readWaitingJobs(client))
  const jobs = await add(JOBS_NAME, Readable.from([Buffer.from(waiting)]), 4)
  await client.query('commit')
  // After the tables: a file is on disk before its row, so none that a row names can be missing here.
  const files = await addFiles(add, filesFolder)
  const contents: Contents = {
    ...{ format: BACKUP_FORMAT, madeAt: madeAt.toString(), migrations: migrations.rows },
    ...{ tables, sequences, files, jobs },
  }
  await add(CONTENTS_NAME, Readable.from([Buffer.from(JSON.stringify(contents, null, 1))]), 4)
  return contents
}

async function addFiles(add: AddEntry, folder: string): Promise<Entry[]> {
  const files: Entry[] = []
  for (const path of await listFiles(folder)) {
    const bytes = createReadStream(path)
    try {
      await once(bytes, 'open')
    } catch (error) {
      // Nothing pointed to it any more, and it was collected meanwhile.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue
      throw error
    }
    files.push(await add(`files/${relative(folder, path).split(sep).join('/')}`, bytes, 0))
  }
  return files
}

async function listFiles(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return []
      throw error
    },
  )
  return found.filter((each) => each.isFile()).map((each) => join(each.parentPath, each.name))
}
