// Brings a database up to date with the plain SQL files of server/migrations, each once and in order.
import { hash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'

const MIGRATIONS_FOLDER = join(import.meta.dirname, '../migrations')
/** Any fixed number: processes that start together take turns on it. */
const MIGRATION_LOCK = 70_697_369
const VERSION_MIN = 150_000

/** The database cannot be used as it is; the message is a sentence. */
export class WrongDatabase extends Error {
  override name = 'WrongDatabase'
}

type Migration = { name: string; text: string; checksum: string }

/**
 * Runs what has not run yet, each file in its own transaction, under a lock that lets several processes start at once.
 * @param last the file after which to stop; all of them without it
 * @returns the names of the files that ran
 * @throws WrongDatabase when the server cannot be reached or is too old, or a file that ran was changed afterwards
 */
export async function migrate(url: string, last?: string): Promise<string[]> {
  const client = await connect(url)
  try {
    await requireVersion(client)
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
    await client.query(
      `create schema if not exists foyer_migrations;
       create table if not exists foyer_migrations.done (name text primary key, checksum text not null, at timestamptz not null default now())`,
    )
    const done = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from foyer_migrations.done',
    )
    const checksums = new Map(done.rows.map((row) => [row.name, row.checksum]))
    const ran: string[] = []
    for (const migration of await listMigrations()) {
      if (last !== undefined && migration.name > last) break
      const checksum = checksums.get(migration.name)
      if (checksum === undefined) {
        await run(client, migration)
        ran.push(migration.name)
      } else if (checksum !== migration.checksum) {
        throw new WrongDatabase(`The migration ${migration.name} ran on this database with other contents.`)
      }
    }
    return ran
  } finally {
    await client.end()
  }
}

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    return client
  } catch (error) {
    throw new WrongDatabase(`The database cannot be reached (${reasonOf(error)}). Check DATABASE_URL.`)
  }
}

/** What the server or the system says; neither repeats a password. Several addresses in vain have only a code. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.message === '' && 'code' in error ? String(error.code) : error.message
}

/** All files of this version, in the order in which they run. */
export async function listMigrations(): Promise<Migration[]> {
  const names = (await readdir(MIGRATIONS_FOLDER)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(MIGRATIONS_FOLDER, name), 'utf8')
      return { name, text, checksum: hash('sha256', text, 'hex') }
    }),
  )
}

async function run(client: pg.Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.text)
    await client.query('insert into foyer_migrations.done (name, checksum) values ($1, $2)', [
      migration.name,
      migration.checksum,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

async function requireVersion(client: pg.Client): Promise<void> {
  const found = await client.query<{ server_version_num: string }>('show server_version_num')
  if (Number(found.rows[0]?.server_version_num) < VERSION_MIN) {
    throw new WrongDatabase('Foyer needs PostgreSQL 15 or newer.')
  }
}
