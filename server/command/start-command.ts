// `foyer start`: settings → database → app → listen, and back down again on a signal.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, statSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { Language } from '#contract/language'
import { openFetch } from '#outside/fetch'
import { openFiles } from '#outside/files'
import { openMail } from '#outside/mail'
import { sendPush } from '#outside/push'
import { clock } from '#platform/clock'
import { openDatabase } from '#platform/database'
import { openLog } from '#platform/log'
import type { Settings } from '#platform/settings'
import { buildFoyer, type Foyer } from '../app.ts'
import { WrongCommand } from './wrong-command.ts'

/** How long requests under way may take to finish once a signal came. */
const GRACE_MS = 10_000
/** How long a request may take to come in: a file of the largest size over a line of a quarter of a megabit. */
const REQUEST_MS_MAX = 30 * 60_000

export async function startCommand(settings: Settings): Promise<void> {
  const say = (sentence: string) => process.stdout.write(`${sentence}\n`)
  await buildPageWhenStale(settings, say)
  // Heard from here on: who stops Foyer while it starts must not leave a PostgreSQL behind.
  const asked = askedToStop()
  const database = await openDatabase({ settings, say, mayJoin: 'alone' })
  const open = await openDoors(settings, database.url).catch(async (error: unknown) => {
    await database.stop()
    throw error
  })
  say(`Foyer is open at ${settings.baseUrl}`)
  const trouble = await Promise.race([asked, database.crashed])
  if (trouble !== undefined) process.stderr.write(`${trouble.message}\n`)
  open.foyer.closeStreams()
  await close(open.server)
  await open.foyer.stop()
  await database.stop()
  process.exit(trouble === undefined ? 0 : 1)
}

/** Settles at the first signal to stop. Later ones change nothing: npm passes on the one that a terminal gave too. */
function askedToStop(): Promise<undefined> {
  return new Promise((resolve) => {
    process.on('SIGINT', () => resolve(undefined))
    process.on('SIGTERM', () => resolve(undefined))
  })
}

async function openDoors(settings: Settings, databaseUrl: string): Promise<{ foyer: Foyer; server: Server }> {
  const log = openLog(settings.logLevel)
  const foyer = await buildFoyer({
    settings,
    databaseUrl,
    log,
    sendMail: openMail(log),
    sendPush,
    files: openFiles(settings),
    fetchPage: openFetch(settings),
    now: clock,
    runsJobs: true,
    checksReplies: false,
  })
  try {
    return { foyer, server: await listen(foyer.app.fetch, settings) }
  } catch (error) {
    await foyer.stop()
    throw error
  }
}

/** The page is built at the first start and after an update, so that two commands are enough on a fresh machine. */
async function buildPageWhenStale(settings: Settings, say: (sentence: string) => void): Promise<void> {
  const changedMs = Math.max(...PAGE_SOURCES.map((source) => newestMs(join(HOME, source))))
  const stale = Language.options.filter(
    (language) => changedAtMs(join(settings.pageFolder, language, 'index.html')) < changedMs,
  )
  if (stale.length === 0) return
  say(`Building the page in ${stale.length} languages. This happens once after each update.`)
  // Apart from this process, in which what builds would stay for as long as Foyer is open.
  const builder = spawn(process.execPath, [BUILD_PAGE, ...stale], { stdio: 'inherit' })
  const [code] = await once(builder, 'exit')
  if (code !== 0) throw new Error('The page could not be built. What stands above says why.')
}

const HOME = join(import.meta.dirname, '../..')
const BUILD_PAGE = join(HOME, 'scripts/build-page.ts')
const PAGE_SOURCES = ['web', 'contract', 'languages', 'vite.config.ts', 'package-lock.json']

/** When the newest file in a folder, or the file itself, was changed; 0 when there is none. */
function newestMs(path: string): number {
  if (!existsSync(path) || !statSync(path).isDirectory()) return changedAtMs(path)
  const names = readdirSync(path, { recursive: true, encoding: 'utf8' })
  return Math.max(0, ...names.map((name) => changedAtMs(join(path, name))))
}

function changedAtMs(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0
}

function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  settings: Settings,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const { port, host: hostname } = settings
    const serverOptions = { requestTimeout: REQUEST_MS_MAX }
    const server = serve({ fetch, port, hostname, serverOptions }) as Server
    server.once('listening', () => resolve(server))
    server.once('error', (error: NodeJS.ErrnoException) => reject(portTrouble(error, settings)))
  })
}

function portTrouble(error: NodeJS.ErrnoException, { port, host }: Settings): Error {
  if (error.code === 'EADDRINUSE') {
    return new WrongCommand(`Port ${port} is taken. Stop what uses it, or choose another with PORT.`)
  }
  if (error.code === 'EACCES')
    return new WrongCommand(`Port ${port} needs more rights. Choose one above 1023 with PORT.`)
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new WrongCommand(`HOST is "${host}", which is not an address of this machine.`)
  }
  return error
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    server.close(() => {
      clearTimeout(force)
      resolve()
    })
    server.closeIdleConnections()
  })
}
