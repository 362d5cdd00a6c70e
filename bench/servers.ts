// Starts the product and the yardstick, each as a process of its own on the same database.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { openSync } from 'node:fs'
import { join } from 'node:path'
import { freePort } from '#testing/free-port'

export type Server = { address: string; stop: () => Promise<void> }

type Task = { databaseUrl: string; folder: string }

/** As many connections as the product takes when nobody says otherwise. */
const CONNECTIONS = 10
const READY_SECONDS_MAX = 120
const POLL_MS = 20

/** Foyer as `npm start` runs it, but without limits on how much one address may ask. Its log goes to a file. */
export async function startProduct({ databaseUrl, folder }: Task): Promise<Server> {
  return startServer({
    words: ['server/main.ts', 'start'],
    logFile: join(folder, 'product.log'),
    readyPath: '/readyz',
    environment: {
      DATABASE_URL: databaseUrl,
      DATABASE_CONNECTIONS: String(CONNECTIONS),
      RATE_PER_PERSON: '10000000',
      RATE_PER_ADDRESS: '10000000',
      WORDS_PER_MINUTE: '10000000',
      WORDS_PER_HOUR: '10000000',
      WORDS_PER_DAY: '10000000',
    },
  })
}

export async function startYardstick({ databaseUrl, folder }: Task): Promise<Server> {
  return startServer({
    words: ['bench/yardstick.ts'],
    logFile: join(folder, 'yardstick.log'),
    readyPath: '/ready',
    environment: { DATABASE_URL: databaseUrl, DATABASE_CONNECTIONS: String(CONNECTIONS) },
  })
}

type Start = { words: string[]; logFile: string; readyPath: string; environment: Record<string, string> }

/** Runs Node with these words and waits until it answers. */
export async function startServer({ words, logFile, readyPath, environment }: Start): Promise<Server> {
  const port = await freePort()
  const log = openSync(logFile, 'a')
  const child = spawn(process.execPath, words, {
    cwd: join(import.meta.dirname, '..'),
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment, PORT: String(port) },
    stdio: ['ignore', log, log],
  })
  const address = `http://127.0.0.1:${port}`
  await answered({ child, url: address + readyPath, logFile })
  return { address, stop: () => stop(child) }
}

async function answered(start: { child: ChildProcess; url: string; logFile: string }): Promise<void> {
  const { child, url, logFile } = start
  const giveUpAt = performance.now() + READY_SECONDS_MAX * 1000
  while (performance.now() < giveUpAt) {
    if (child.exitCode !== null) break
    const response = await fetch(url).catch(() => undefined)
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  child.kill('SIGKILL')
  throw new Error(`The server did not start; its log is ${logFile}.`)
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await ended
}
