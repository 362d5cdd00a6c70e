// Brings a backup back into an empty place. The rows go in as one transaction, so a restore that is stopped leaves the
// place empty, and can be started again.
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { requeueJobs } from '../jobs.ts'
import { listMigrations, migrate } from '../migrate.ts'
import { BackupTrouble, type Contents, type Entry, WaitingJobs } from './contents.ts'
import { type OpenBackup, openBackup } from './open-backup.ts'
import { listTables, schemasOf } from './tables.ts'

export type RestoreWish = { databaseUrl: string; filesFolder: string; path: string }

/**
 * Restores a backup into a database without a network in it, and its files beside it.
 * @throws BackupTrouble when the backup is damaged, comes from a later Foyer, or the place is not empty
 */
export async function restoreBackup(wish: RestoreWish): Promise<Contents> {
  const backup = await openBackup(wish.path)
  try {
    const { contents } = backup
    await requireKnownMigrations(contents)
    await emptyDatabase(wish.databaseUrl)
    await migrate(wish.databaseUrl, contents.migrations.at(-1)?.name)
    for (const file of contents.files) await restoreFile(backup, file, wish.filesFolder)
    await restoreRows(backup, wish.databaseUrl)
    await migrate(wish.databaseUrl)
    const waiting = await readAll(backup, contents.jobs)
    await requeueJobs(wish.databaseUrl, WaitingJobs.parse(JSON.parse(waiting)))
    return contents
  } finally {
    backup.close()
  }
}

async function requireKnownMigrations({ migrations }: Contents): Promise<void> {
  const known = new Map((await listMigrations()).map(({ name, checksum }) => [name, checksum]))
  const strange = migrations.find(({ name, checksum }) => known.get(name) !== checksum)
  if (strange === undefined) return
  throw new BackupTrouble(
    `This backup was made by another version of Foyer (${strange.name}). Restore it with that version or a later one.`,
  )
}

/** Clears what a Foyer that was never used leaves behind, so that the backup's own tables can be made. */
async function emptyDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const tables = await listTables(client)
    for (const { name } of tables) {
      if (name === '"platform"."secret"' || name === 'platform.secret') continue
      const found = await client.query(`select from ${name} limit 1`)
      if (found.rowCount === 0) continue
      throw new BackupTrouble(
        'There is a network here already. Restore into an empty place: another FOYER_DATA folder or an empty database.',
      )
    }
    const schemas = [...schemasOf(tables), 'jobs', 'foyer_migrations']
    await client.query(`drop schema if exists ${schemas.join(', ')} cascade`)
  } finally {
    await client.end()
  }
}

async function restoreRows(backup: OpenBackup, url: string): Promise<void> {
  const { tables, sequences } = backup.contents
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query('begin')
    const known = new Map((await listTables(client)).map(({ name, columns }) => [name, columns]))
    for (const table of tables) {
      const columns = known.get(table.table)
      if (columns === undefined || columns.join() !== table.columns.join()) throw damaged(table.entry)
      // A migration may have put rows there; the backup has them as they were later.
      await client.query(`truncate ${table.table} cascade`)
    }
    for (const table of tables) {
      const copied = client.query(copyFrom(`copy ${table.table} (${table.columns.join(', ')}) from stdin`))
      await pipeline(await backup.read(table.entry), checked(table), copied)
      if (copied.rowCount !== table.rows) throw damaged(table.entry)
    }
    for (const { name, lastValue } of sequences)
      await client.query('select setval($1, $2)', [name, lastValue])
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end()
  }
}

async function restoreFile(backup: OpenBackup, entry: Entry, folder: string): Promise<void> {
  const path = join(folder, entry.entry.slice('files/'.length))
  await mkdir(dirname(path), { recursive: true })
  const part = `${path}.part`
  try {
    const written = createWriteStream(part, { mode: 0o600, flush: true })
    await pipeline(await backup.read(entry.entry), checked(entry), written)
    await rename(part, path)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

async function readAll(backup: OpenBackup, entry: Entry): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of (await backup.read(entry.entry)).pipe(checked(entry))) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

/** Lets bytes through and fails at their end when they are not those that were written. */
function checked(entry: Entry): Transform {
  const digest = createHash('sha256')
  return new Transform({
    transform(chunk, _, done) {
      digest.update(chunk)
      done(null, chunk)
    },
    flush(done) {
      done(digest.digest('hex') === entry.sha256 ? null : damaged(entry.entry))
    },
  })
}

function damaged(entry: string): BackupTrouble {
  return new BackupTrouble(`The backup is damaged: ${entry} is not what was written. Use another copy of it.`)
}
