// What to tell somebody whose command lost its database halfway.
import { WrongCommand } from './wrong-command.ts'

const FULL = new Set(['53100', 'ENOSPC'])
const AWAY = /^(08|57P)|^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE)$/
const CUT_OFF = /Connection terminated|Connection ended|not queryable|timeout exceeded when trying to connect/

const WHAT_STAYS = 'What came in so far stays; the same command goes on from there.'

/** A sentence when the disk is full or the database is away; undefined for any other error. */
export function whyDatabaseFailed(error: unknown): WrongCommand | undefined {
  if (!(error instanceof Error)) return undefined
  const code = 'code' in error && typeof error.code === 'string' ? error.code : ''
  if (FULL.has(code)) {
    return new WrongCommand(`The disk of the database is full. Free some space. ${WHAT_STAYS}`)
  }
  if (AWAY.test(code) || CUT_OFF.test(error.message)) {
    return new WrongCommand(`The database does not answer any more. ${WHAT_STAYS}`)
  }
  return undefined
}
