// Structured logs, one JSON object a line on standard output.
import { destination, type Logger, pino, stdTimeFunctions } from 'pino'
import type { Settings } from './settings.ts'

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

// One write to the system for each request would take longer than much of what it tells of.
const BATCH_BYTES = 4096
const LATE_MS_MAX = 200

/**
 * Opens the log at the given level. Words of people, passwords and tokens never go in. Lines are written some at a
 * time, at most a fifth of a second late, and all of them before the process ends by itself.
 */
export function openLog(level: Settings['logLevel']): Log {
  return pino(
    { level, base: null, timestamp: stdTimeFunctions.isoTime },
    destination({ sync: false, minLength: BATCH_BYTES, periodicFlush: LATE_MS_MAX }),
  )
}
