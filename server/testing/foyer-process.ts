// Foyer as a process of its own, for tests of what starting, stopping and dying do.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { auth } from '#contract/auth'
import type { Endpoint, QuestionOf, ReplyOf } from '#contract/endpoint'
import { cookiesOf } from './answer.ts'
import { freePort } from './free-port.ts'

export const MAIN = join(import.meta.dirname, '../main.ts')

export type Environment = Record<string, string>
export type Started = { child: ChildProcess; said: () => string; complained: () => string; port: number }

const running = new Set<ChildProcess>()

/** Ends every process that a test started and left running. */
export async function endAll(): Promise<void> {
  await Promise.all([...running].map((child) => end(child, 'SIGTERM')))
}

/** Begins `foyer start`; a data folder or a database must be among the settings. */
export async function launch(settings: Environment): Promise<Started & { opened: Promise<void> }> {
  const port = settings.PORT === undefined ? await freePort() : Number(settings.PORT)
  const generous = {
    ...{ RATE_PER_PERSON: '1000000', RATE_PER_ADDRESS: '1000000' },
    ...{ WORDS_PER_MINUTE: '1000000', WORDS_PER_HOUR: '1000000', WORDS_PER_DAY: '1000000' },
  }
  const env = {
    PATH: process.env.PATH ?? '',
    // What Node compiled for one test file need not be compiled for another.
    NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? '',
    LOG_LEVEL: 'silent',
    ...generous,
    PORT: String(port),
    ...settings,
  }
  const child = spawn(process.execPath, [MAIN, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  child.on('exit', () => running.delete(child))
  let said = ''
  let complained = ''
  child.stderr.on('data', (words) => {
    complained += words
  })
  const opened = new Promise<void>((resolve) => {
    child.stdout.on('data', (words) => {
      said += words
      if (said.includes('Foyer is open')) resolve()
    })
    child.on('close', () => resolve())
  })
  return { child, port, said: () => said, complained: () => complained, opened }
}

/** Runs `foyer start` until it is open, or until it ended instead. */
export async function start(settings: Environment): Promise<Started> {
  const launched = await launch(settings)
  await launched.opened
  return launched
}

/** Sends a signal and waits for the end. @returns the exit code, or the signal that ended it */
export async function end(child: ChildProcess, signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL') {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode ?? child.signalCode
  const ended = once(child, 'exit')
  child.kill(signal)
  const [code, by] = await ended
  return code ?? by
}

type Asked<T> = { status: number; body: T; cookie: string }
export type Asking = { port: number; cookie?: string; key?: string }

/** Asks a running Foyer over its port. Rejects with a TypeError when no answer came. */
export async function ask<E extends Endpoint>(
  { port, cookie = '', key }: Asking,
  endpoint: E,
  input: QuestionOf<E>,
): Promise<Asked<ReplyOf<E>>> {
  const isRead = endpoint.method === 'GET'
  const query = isRead ? `?${new URLSearchParams(input as Record<string, string>)}` : ''
  const answer = await fetch(`http://127.0.0.1:${port}${endpoint.path}${query}`, {
    method: endpoint.method,
    headers: {
      cookie,
      ...(isRead ? {} : { 'content-type': 'application/json' }),
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    ...(isRead ? {} : { body: JSON.stringify(input) }),
  })
  return {
    status: answer.status,
    body: (await answer.json()) as ReplyOf<E>,
    cookie: cookiesOf(answer.headers),
  }
}

const SIGN_IN = { address: 'noor@foyer.test', password: 'a passable phrase' }
export const NOOR = { networkName: 'Tried', name: 'Noor', ...SIGN_IN }

/** The administrator's cookie, in a network that has begun or begins with this. */
export async function enter(at: { port: number }): Promise<string> {
  const begun = await ask(at, auth.createFirstAdministrator, NOOR)
  return begun.status === 200 ? begun.cookie : (await ask(at, auth.signIn, SIGN_IN)).cookie
}

/** The process id of the embedded PostgreSQL of a data folder. @throws Error when it runs none */
export function postgresOf(dataFolder: string): number {
  return Number(readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
