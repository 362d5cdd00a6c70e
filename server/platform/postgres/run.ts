import { type ChildProcess, spawn } from 'node:child_process'
import type { Account } from './account.ts'

/** A program, how to call it, and where and as whom it runs. */
export interface Command {
  file: string
  args: readonly string[]
  cwd: string
  account: Account | undefined
}

/**
 * Nothing of Foyer's environment is handed on: a PGDATA or PGPORT that happens to be set would redirect the
 * server, and Foyer's secrets are none of its business.
 */
const ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** How a program ended, and all it said. */
export interface Outcome {
  succeeded: boolean
  said: string
}

/** Runs a program to its end, feeding it `input`. It never throws: what kept it from running is what it said. */
export async function run(command: Command, input = ''): Promise<Outcome> {
  const { promise, resolve } = Promise.withResolvers<Outcome>()
  let said = ''
  const keep = (chunk: string) => {
    said += chunk
  }
  try {
    const child = spawn(command.file, command.args, { ...placeOf(command), stdio: 'pipe' })
    child.on('error', (error) => resolve({ succeeded: false, said: error.message }))
    child.on('close', (code) => resolve({ succeeded: code === 0, said }))
    child.stdout.setEncoding('utf8').on('data', keep)
    child.stderr.setEncoding('utf8').on('data', keep)
    // A program that ends before it read everything breaks the pipe; its exit code says what is to be said.
    child.stdin.on('error', () => {}).end(input)
  } catch (error) {
    // Node tells a missing program by an event, but a missing right to change the account by an exception.
    return { succeeded: false, said: String(error) }
  }
  return promise
}

/**
 * Starts a program that outlives this call, in a session of its own: Ctrl-C at the terminal must reach Foyer
 * alone, which stops the database last.
 * @param output the open file that takes what it says
 */
export function startInBackground(command: Command, output: number): ChildProcess {
  return spawn(command.file, command.args, {
    ...placeOf(command),
    stdio: ['ignore', output, output],
    detached: true,
  })
}

function placeOf({ cwd, account }: Command) {
  return { cwd, env: ENVIRONMENT, ...account }
}
