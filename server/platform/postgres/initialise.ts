// The first start: an empty PostgreSQL with Foyer's role and database. It is built beside its final place and
// renamed when it is complete, so that a start that was killed in the middle leaves nothing to repair.
import { appendFile, chown, mkdir, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type Account, namedAccount } from './account.ts'
import type { Binaries } from './binaries.ts'
import { ADMISSION, CONFIGURATION_FILE, configuration, INCLUSION } from './configuration.ts'
import { type Places, seenFromInside } from './data-folder.ts'
import { lastComplaint, PostgresTrouble, troubleFrom } from './postgres-trouble.ts'
import { type Command, run } from './run.ts'
import { chownTree } from './tree.ts'

/**
 * The role is no superuser: it owns its database and may make others (backups are tried out in one, tests clone
 * theirs), but a hole in Foyer's SQL opens neither the files nor the programs of the machine.
 */
const FIRST_STATEMENTS = `CREATE ROLE foyer LOGIN CREATEDB;
CREATE DATABASE foyer OWNER foyer;
`

/** Sorting and case follow Unicode's code points and are the same on every machine and in every version. */
const INITDB_ARGUMENTS = [
  '--username=postgres',
  '--auth=trust',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-instructions',
]

/** What a new PostgreSQL needs to know. */
export interface Plan {
  places: Places
  binaries: Binaries
  /** The account the server will run under; undefined is Foyer's own. */
  account: Account | undefined
  durable: boolean
}

/**
 * The major version that wrote a PostgreSQL folder, or undefined when there is none yet or an empty one.
 * @throws PostgresTrouble when something else lies there
 */
export async function majorVersionOf(cluster: string): Promise<string | undefined> {
  const names: string[] = await readdir(cluster).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  if (names.length === 0) return undefined
  if (names.includes('PG_VERSION')) return (await readFile(join(cluster, 'PG_VERSION'), 'utf8')).trim()
  throw new PostgresTrouble(
    'cannot-start',
    `${cluster} is not empty and holds no PostgreSQL data. Move it away, or choose another data folder with ` +
      'FOYER_DATA.',
  )
}

/**
 * Builds a new PostgreSQL in its place.
 * @throws PostgresTrouble when one of PostgreSQL's programs fails
 */
export async function initialise({ places, binaries, account, durable }: Plan): Promise<void> {
  const folder = places.unfinished
  const builder = account && (await namedAccount())
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { mode: 0o700 })
  if (builder) await chown(folder, builder.uid, builder.gid)

  const work = { cwd: folder, account: builder }
  const here = `--pgdata=${seenFromInside(folder, builder)}`
  const sync = durable ? '--sync-method=fsync' : '--no-sync'
  await mustRun({ ...work, file: binaries.initdb, args: [...INITDB_ARGUMENTS, sync, here] }, places)
  await appendFile(join(folder, 'postgresql.conf'), INCLUSION, { flush: durable })
  await writeFile(join(folder, 'pg_hba.conf'), ADMISSION, { flush: durable })
  await writeConfiguration({ folder, durable })
  const alone = ['--single', '-D', seenFromInside(folder, builder), '-c', 'exit_on_error=on', 'postgres']
  await mustRun({ ...work, file: binaries.postgres, args: alone }, places, FIRST_STATEMENTS)

  if (account) await chownTree(folder, account)
  await rename(folder, places.cluster)
  if (durable) await flushFolder(dirname(places.cluster))
}

/** Writes Foyer's settings into a PostgreSQL folder, readable for the account it belongs to. */
export async function writeConfiguration({ folder, durable }: { folder: string; durable: boolean }) {
  const text = configuration({ durable })
  await writeFile(join(folder, CONFIGURATION_FILE), text, { mode: 0o644, flush: durable })
}

async function mustRun(command: Command, { dataFolder }: Places, input?: string): Promise<void> {
  const { succeeded, said } = await run(command, input)
  const otherwise = `PostgreSQL cannot be set up: ${lastComplaint(said)}`
  if (!succeeded) throw troubleFrom({ said, where: dataFolder, otherwise })
}

/** A rename is on the disk only when the folder that holds the name is. */
async function flushFolder(folder: string): Promise<void> {
  const handle = await open(folder)
  await handle.sync().finally(() => handle.close())
}
