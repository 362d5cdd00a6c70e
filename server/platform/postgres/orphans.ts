// After `kill -9` of Foyer its PostgreSQL lives on, and so does an initdb it was waiting for. Adopting one would
// mean trusting settings and binaries of an earlier start, so the next start ends it instead. The caller holds
// the folder's lock: whatever serves the folder now is nobody's.
import { readdir, readFile, readlink, rm, stat } from 'node:fs/promises'
import { createConnection } from 'node:net'
import { basename, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { PostgresTrouble } from './postgres-trouble.ts'
import { run } from './run.ts'
import { SOCKET_NAME, withShortPath } from './socket.ts'

const LOOK_AGAIN_MILLISECONDS = 20
const FAST_SHUTDOWN_SECONDS_MAX = 10
const KILL_SECONDS_MAX = 5
const PROGRAMS = new Set(['postgres', 'initdb'])

/**
 * Ends every PostgreSQL process that works in the folder: a live server by a fast shutdown, and whatever is left
 * of a dead one by force, which PostgreSQL recovers from. Afterwards nothing stands in the way of a start.
 * @returns whether there was any
 * @throws PostgresTrouble when a server that cannot be seen from here still answers, as from another container
 */
export async function endOrphans(folder: string): Promise<boolean> {
  const orphans = await processesIn(folder)
  const server = await recordedState(folder)
  if (server && orphans.includes(server.pid)) {
    signal(server.pid, 'SIGINT')
    await goneWithin(folder, FAST_SHUTDOWN_SECONDS_MAX)
  }
  for (const orphan of await processesIn(folder)) signal(orphan, 'SIGKILL')
  if (!(await goneWithin(folder, KILL_SECONDS_MAX)) || (await answers(folder))) {
    throw new PostgresTrouble(
      'in-use',
      `A PostgreSQL that Foyer cannot stop is still running on ${folder}. Stop it first; it may run in ` +
        'another container.',
    )
  }
  // PostgreSQL would clear these away by itself, except when their process number is by now somebody else's.
  for (const name of ['postmaster.pid', SOCKET_NAME, `${SOCKET_NAME}.lock`]) {
    await rm(join(folder, name), { force: true })
  }
  return orphans.length > 0
}

/**
 * What PostgreSQL tells about itself in its folder: its process number, and whether it takes connections.
 * Undefined while there is no such file.
 */
export async function recordedState(folder: string): Promise<{ pid: number; isReady: boolean } | undefined> {
  const text = await readFile(join(folder, 'postmaster.pid'), 'utf8').catch(() => '')
  const lines = text.split('\n')
  const pid = Number(lines[0])
  // The eighth line is padded with blanks so that it can be overwritten in place.
  return pid > 0 ? { pid, isReady: lines[7]?.trim() === 'ready' } : undefined
}

async function goneWithin(folder: string, seconds: number): Promise<boolean> {
  for (let looks = (seconds * 1000) / LOOK_AGAIN_MILLISECONDS; looks > 0; looks--) {
    if ((await processesIn(folder)).length === 0) return true
    await pause(LOOK_AGAIN_MILLISECONDS)
  }
  return false
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended by itself in the meantime, which is what was wanted.
  }
}

function processesIn(folder: string): Promise<number[]> {
  return process.platform === 'linux' ? processesByWorkingDirectory(folder) : processesByArguments(folder)
}

/** Every PostgreSQL process works in its data folder, so this is exact whatever the path is called today. */
async function processesByWorkingDirectory(folder: string): Promise<number[]> {
  const wanted = await stat(folder).catch(() => undefined)
  if (!wanted) return []
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name))
  const checks = pids.map(async (pid) => {
    try {
      const place = await stat(`/proc/${pid}/cwd`)
      if (place.ino !== wanted.ino || place.dev !== wanted.dev) return false
      // A reinstalled package leaves the running program "(deleted)".
      return PROGRAMS.has(basename((await readlink(`/proc/${pid}/exe`)).replace(/ \(deleted\)$/, '')))
    } catch {
      // It ended while we looked, or it belongs to somebody who cannot be at work in our folder.
      return false
    }
  })
  const isOurs = await Promise.all(checks)
  return pids.filter((_, index) => isOurs[index]).map(Number)
}

async function processesByArguments(folder: string): Promise<number[]> {
  const { said } = await run({
    file: '/bin/ps',
    args: ['-axww', '-o', 'pid=,command='],
    cwd: '/',
    account: undefined,
  })
  const lines = said.split('\n').filter((line) => `${line} `.includes(` -D ${folder} `))
  return lines.map((line) => Number.parseInt(line, 10)).filter((pid) => pid > 0)
}

/** Whether somebody listens on the folder's socket, which works across containers that share the folder. */
function answers(folder: string): Promise<boolean> {
  return withShortPath(folder, (short) => {
    const { promise, resolve } = Promise.withResolvers<boolean>()
    const connection = createConnection(join(short, SOCKET_NAME))
    connection.on('connect', () => resolve(true)).on('error', () => resolve(false))
    return promise.finally(() => connection.destroy())
  })
}
