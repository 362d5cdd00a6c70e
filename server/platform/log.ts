// Structured logs, one JSON object a line on standard output.
import { type Logger, pino, stdTimeFunctions } from 'pino'
import type { Settings } from './settings.ts'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

/** Opens the log at the given level. Words of people, passwords and tokens never go in. */
export function openLog(level: Settings['logLevel']): Log {
  return pino({ level, base: null, timestamp: stdTimeFunctions.isoTime })
}
