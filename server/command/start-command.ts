// `foyer start`: settings → database → app → listen, and back down again on a signal.
import { existsSync } from 'node:fs'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { openMail } from '#outside/mail'
import { clock } from '#platform/clock'
import { openDatabase } from '#platform/database'
import { openLog } from '#platform/log'
import type { Settings } from '#platform/settings'
import { buildFoyer } from '../app.ts'
import { WrongCommand } from './wrong-command.ts'

/** How long requests under way may take to finish once a signal came. */
const GRACE_MS = 10_000

export async function startCommand(settings: Settings): Promise<void> {
  const say = (sentence: string) => process.stdout.write(`${sentence}\n`)
  const log = openLog(settings.logLevel)
  await buildPageOnce(settings, say)
  const database = await openDatabase({ settings, say, mayJoin: 'alone' })
  const foyer = await buildFoyer({
    settings,
    databaseUrl: database.url,
    log,
    sendMail: openMail({ url: settings.mailUrl, from: settings.mailFrom, log }),
    now: clock,
    runsJobs: true,
    checksReplies: false,
  })
  const server = await listen(foyer.app.fetch, settings).catch(async (error: unknown) => {
    await foyer.stop()
    await database.stop()
    throw error
  })
  say(`Foyer is open at ${settings.baseUrl}`)

  let isStopping = false
  const stop = async (exitCode: number) => {
    if (isStopping) return
    isStopping = true
    await close(server)
    await foyer.stop()
    await database.stop()
    process.exit(exitCode)
  }
  process.on('SIGINT', () => stop(0))
  process.on('SIGTERM', () => stop(0))
  const trouble = await database.crashed
  process.stderr.write(`${trouble.message}\n`)
  await stop(1)
}

/** The page is built at the first start, so that two commands are enough on a fresh machine. */
async function buildPageOnce(settings: Settings, say: (sentence: string) => void): Promise<void> {
  if (existsSync(join(settings.pageFolder, 'index.html'))) return
  say('Building the page. This happens once.')
  const { build } = await import('vite')
  await build({ logLevel: 'error' })
}

function listen(
  fetch: (request: Request) => Response | Promise<Response>,
  settings: Settings,
): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port: settings.port, hostname: settings.host }) as Server
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
