// Which PostgreSQL this process uses: the one of DATABASE_URL, or the embedded one of the data folder.
import { migrate } from './migrate.ts'
import { joinEmbeddedPostgres, startEmbeddedPostgres } from './postgres/embedded-postgres.ts'
import { PostgresTrouble } from './postgres/postgres-trouble.ts'
import type { Settings } from './settings.ts'

export type Database = {
  url: string
  /** Settles when an embedded server ends by itself; never for an external one. */
  crashed: Promise<Error>
  stop: () => Promise<void>
}

type Wishes = {
  settings: Settings
  say: (sentence: string) => void
  /** A command may use the database of a Foyer that runs already; a second server may not. */
  mayJoin: 'may-join' | 'alone'
}

const never = new Promise<never>(() => {})

/** Opens the database and brings its tables up to date. */
export async function openDatabase(wishes: Wishes): Promise<Database> {
  const database = await reachDatabase(wishes)
  const ran = await migrate(database.url).catch(async (error: unknown) => {
    await database.stop()
    throw error
  })
  if (ran.length > 0) wishes.say(`Brought the database up to date (${ran.length} steps).`)
  return database
}

/** Reaches the database and leaves its tables as they are. */
export async function reachDatabase({ settings, say, mayJoin }: Wishes): Promise<Database> {
  if (settings.databaseUrl !== undefined) {
    return { url: settings.databaseUrl, crashed: never, stop: async () => {} }
  }
  try {
    return await startEmbeddedPostgres({ dataFolder: settings.dataFolder, log: say, durable: true })
  } catch (error) {
    const isInUse = error instanceof PostgresTrouble && error.kind === 'in-use'
    if (!isInUse || mayJoin === 'alone') throw error
    const joined = await joinEmbeddedPostgres(settings.dataFolder)
    if (joined === undefined) throw error
    return { url: joined.url, crashed: never, stop: () => joined.stop() }
  }
}
