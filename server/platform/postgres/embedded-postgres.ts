// The PostgreSQL that Foyer brings along: from nothing to a running server, and back.
import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { type Account, handOver, serverAccount } from './account.ts'
import { type Binaries, copiesFolder, packagedPostgres, usableBinaries } from './binaries.ts'
import { type Places, placesIn, seenFromInside } from './data-folder.ts'
import { lockFolder } from './folder-lock.ts'
import { initialise, majorVersionOf, writeConfiguration } from './initialise.ts'
import { endOrphans, recordedState } from './orphans.ts'
import { isSystemError, lastComplaint, PostgresTrouble, troubleFrom } from './postgres-trouble.ts'
import { lastWords, openServerLog, type ServerLog } from './server-log.ts'
import { readyOrEnded, type ServerProcess, startServer, stopServer } from './server-process.ts'
import { databaseUrl, type ShortPath, shortPathTo } from './socket.ts'

/** A PostgreSQL that belongs to this process. */
export interface EmbeddedPostgres {
  /** For `pg`: Foyer's own database, through a Unix socket. The role may create further databases beside it. */
  url: string
  /** Fulfilled, never rejected, when the server ends although nobody called `stop`. */
  crashed: Promise<PostgresTrouble>
  /** Cuts all connections, waits until the server is gone and frees the data folder. It may be called twice. */
  stop(): Promise<void>
}

/** Where the data lies, who hears what happens, and whether a commit must survive a power failure. */
export interface PostgresWishes {
  dataFolder: string
  /** Takes a sentence for the log whenever the start takes longer than a person expects. */
  log: (sentence: string) => void
  /** False is for tests alone: quicker, and lost when the machine goes down. */
  durable: boolean
}

type Task = Omit<PostgresWishes, 'dataFolder'> & { places: Places }

/**
 * Starts the embedded PostgreSQL of a data folder, and sets it up first where there is none. Whatever an earlier
 * Foyer that was killed left behind is ended or finished first.
 * @throws PostgresTrouble with a sentence for a person; of kind `in-use` when another Foyer has the folder
 */
export async function startEmbeddedPostgres(wishes: PostgresWishes): Promise<EmbeddedPostgres> {
  const places = placesIn(resolve(wishes.dataFolder))
  try {
    await mkdir(places.dataFolder, { recursive: true, mode: 0o700 })
    const unlock = lockFolder(places)
    return await startAlone({ ...wishes, places }, unlock).catch((error) => {
      unlock()
      throw error
    })
  } catch (error) {
    if (!isSystemError(error)) throw error
    const otherwise = `PostgreSQL cannot start: ${error.message}`
    throw troubleFrom({ said: error.message, where: places.dataFolder, otherwise })
  }
}

/**
 * The address of the PostgreSQL that another Foyer on the same data folder runs right now, for a command that
 * was refused with `in-use` and is content to join in; undefined when there is none that takes connections.
 */
export async function joinEmbeddedPostgres(
  dataFolder: string,
): Promise<Pick<EmbeddedPostgres, 'url' | 'stop'> | undefined> {
  const { cluster } = placesIn(resolve(dataFolder))
  if (!(await recordedState(cluster))?.isReady) return undefined
  const short = await shortPathTo(cluster)
  return { url: databaseUrl({ folder: short.path, database: 'foyer' }), stop: short.remove }
}

async function startAlone(task: Task, unlock: () => void): Promise<EmbeddedPostgres> {
  const { places, log } = task
  const account = await serverAccount(places.cluster)
  const [binaries] = await Promise.all([
    usableBinaries({
      packaged: packagedPostgres(),
      copies: copiesFolder(places.dataFolder, account),
      account,
    }),
    endLeftovers(task),
  ])
  await makeReady(task, binaries, account)

  const serverLog = await openServerLog(places.log)
  const seen = seenFromInside(places.cluster, account)
  const command = { file: binaries.postgres, args: ['-D', seen], cwd: places.cluster, account }
  const server = startServer(command, serverLog.file.fd)
  await serverLog.file.close()
  const end = await readyOrEnded(server, { folder: places.cluster, log })
  if (end) throw await startTrouble(end, { serverLog, places })
  const short = await shortPathTo(places.cluster)
  return handleOf({ server, serverLog, places, short, unlock })
}

async function endLeftovers({ places, log }: Task): Promise<void> {
  const found = [await endOrphans(places.unfinished), await endOrphans(places.cluster)]
  if (found.includes(true)) log('Ended a PostgreSQL that an earlier Foyer had left behind.')
}

async function makeReady(task: Task, binaries: Binaries, account: Account | undefined): Promise<void> {
  const { places, log, durable } = task
  const written = await majorVersionOf(places.cluster)
  if (written === undefined) {
    log(`Setting up PostgreSQL ${binaries.version} in ${places.cluster}.`)
    return initialise({ places, binaries, account, durable })
  }
  if (written !== binaries.major) {
    throw new PostgresTrouble(
      'cannot-start',
      `The data in ${places.cluster} was written by PostgreSQL ${written}, and this Foyer brings PostgreSQL ` +
        `${binaries.major}. Make a backup with the Foyer that wrote it and restore it into an empty data folder.`,
    )
  }
  await handOver(places.cluster, account)
  await writeConfiguration({ folder: places.cluster, durable })
}

interface Running {
  server: ServerProcess
  serverLog: ServerLog
  places: Places
  short: ShortPath
  unlock: () => void
}

function handleOf(running: Running): EmbeddedPostgres {
  const { server, short, unlock } = running
  const { promise: crashed, resolve: tellCrash } = Promise.withResolvers<PostgresTrouble>()
  let stopped: Promise<void> | undefined
  server.ended.then(async (end) => {
    if (!stopped) tellCrash(await crashTrouble(end, running))
  })
  const stop = async () => {
    await stopServer(server)
    await short.remove()
    unlock()
  }
  return {
    url: databaseUrl({ folder: short.path, database: 'foyer' }),
    crashed,
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}

async function startTrouble(end: string, { serverLog, places }: Pick<Running, 'serverLog' | 'places'>) {
  const said = (await lastWords(serverLog)) || end
  const otherwise = `PostgreSQL does not start: ${lastComplaint(said)} (more in ${places.log})`
  return troubleFrom({ said, where: places.dataFolder, otherwise })
}

async function crashTrouble(end: string, { serverLog, places }: Running): Promise<PostgresTrouble> {
  const lines = (await lastWords(serverLog)).split('\n')
  // A statement that failed says nothing about the end of the server.
  const said = lines.findLast((line) => /(FATAL|PANIC):/.test(line)) ?? end
  const otherwise =
    `PostgreSQL ended unexpectedly (${end}); its log is ${places.log}. ` +
    'What was confirmed is safe. Start Foyer again.'
  return troubleFrom({ kind: 'ended', said, where: places.dataFolder, otherwise })
}
