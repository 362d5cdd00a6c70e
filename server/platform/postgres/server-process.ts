// The running server: started, waited for, stopped.
import type { ChildProcess } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { recordedState } from './orphans.ts'
import { type Command, startInBackground } from './run.ts'

const LOOK_AGAIN_MILLISECONDS = 10
const TELL_AFTER_SECONDS = 3
/** After a crash PostgreSQL replays at most about a gigabyte of its journal, which takes well under a minute. */
const START_SECONDS_MAX = 300

/** How much longer than the last each way to stop is given; what is confirmed survives all of them. */
const WAYS_TO_STOP = [
  { signal: 'SIGINT', secondsMax: 30 },
  { signal: 'SIGQUIT', secondsMax: 10 },
  { signal: 'SIGKILL', secondsMax: 10 },
] as const

/** A server process, from its start to its end. */
export interface ServerProcess {
  child: ChildProcess
  /** Fulfilled with how it ended, as in `SIGKILL` or `exit code 1`. */
  ended: Promise<string>
}

/** Starts the server; it may not be ready, nor even have found its data. */
export function startServer(command: Command, output: number): ServerProcess {
  const child = startInBackground(command, output)
  const { promise: ended, resolve } = Promise.withResolvers<string>()
  // Should Foyer end without stopping it, the server at least hears of it; the next start waits for it.
  const stopAlong = () => child.kill('SIGINT')
  process.on('exit', stopAlong)
  child.on('exit', (code, signal) => resolve(signal ?? `exit code ${code}`))
  child.on('error', (error) => resolve(error.message))
  ended.then(() => process.off('exit', stopAlong))
  return { child, ended }
}

/**
 * Waits until the server takes connections.
 * @returns undefined when it does, otherwise how it ended instead
 */
export async function readyOrEnded(
  server: ServerProcess,
  { folder, log }: { folder: string; log: (sentence: string) => void },
): Promise<string | undefined> {
  const end: { how?: string } = {}
  server.ended.then((how) => {
    end.how = how
  })
  const looksUntil = (seconds: number) => (seconds * 1000) / LOOK_AGAIN_MILLISECONDS
  for (let looks = 0; looks < looksUntil(START_SECONDS_MAX); looks++) {
    const state = await recordedState(folder)
    if (end.how) return end.how
    if (state?.pid === server.child.pid && state?.isReady) return undefined
    if (looks === looksUntil(TELL_AFTER_SECONDS)) log('PostgreSQL is still reading its journal.')
    await pause(LOOK_AGAIN_MILLISECONDS)
  }
  await stopServer(server)
  return `no answer within ${START_SECONDS_MAX} seconds`
}

/** Ends the server and waits until it is gone; open connections are cut. */
export async function stopServer({ child, ended }: ServerProcess): Promise<void> {
  for (const { signal, secondsMax } of WAYS_TO_STOP) {
    child.kill(signal)
    const patience = new AbortController()
    const tooLong = pause(secondsMax * 1000, 'too long', { signal: patience.signal }).catch(() => {})
    const outcome = await Promise.race([ended, tooLong])
    patience.abort()
    if (outcome !== 'too long') return
  }
}
