// The one connection of this process on which the database tells what committed, and the words that make it tell.
import { type RawBuilder, sql } from 'kysely'
import pg from 'pg'
import type { Log } from './log.ts'

/** What happened, told by the transaction that did it: a name, and the ids to look the rest up by. */
export type Happening = { what: `${string}/${string}` } & Record<string, string | boolean>

export const LIVE_CHANNEL = 'foyer_live'
const TRY_AGAIN_MS = 200
const TRY_AGAIN_MS_MAX = 5000
/** A line that died without a word is found out at the next of these. */
const PROOF_MS = 15_000
const ANSWER_MS_MAX = 10_000

/**
 * A column that tells of a happening once the transaction commits, and never if it does not. PostgreSQL takes at most
 * 8000 bytes, so a happening carries ids and no words.
 */
export function telling(happening: Happening): RawBuilder<unknown> {
  return sql`pg_notify(${LIVE_CHANNEL}, ${happeningText(happening)})`
}

/** A happening as it goes through the database. */
export function happeningText(happening: Happening): string {
  return JSON.stringify(happening)
}

export type Wire = {
  /** Begins to listen, once; from then on it comes back by itself whenever it breaks. */
  begin: () => void
  isUp: () => boolean
  end: () => Promise<void>
}

type Setup = {
  url: string
  log: Log
  hear: (happening: Happening) => void
  /** The wire is up, for the first time or again: what was told in between was not heard. */
  onUp: () => void
}

/** Makes the wire, which is silent until it is begun. */
export function makeWire({ url, log, hear, onUp }: Setup): Wire {
  let client: pg.Client | undefined
  let isUp = false
  let hasBegun = false
  let hasEnded = false
  let failures = 0
  let timer: NodeJS.Timeout | undefined

  const later = (work: () => void, ms: number) => {
    clearTimeout(timer)
    timer = setTimeout(work, ms)
    timer.unref()
  }

  const connect = async () => {
    const made = new pg.Client({ connectionString: url, keepAlive: true, query_timeout: ANSWER_MS_MAX })
    client = made
    made.on('notification', ({ payload }) => hear(JSON.parse(payload ?? '{}')))
    made.on('error', () => breakOff(made))
    made.on('end', () => breakOff(made))
    try {
      await made.connect()
      await made.query(`listen ${LIVE_CHANNEL}`)
    } catch (error) {
      log.warn({ error: String(error) }, 'the live wire cannot be had')
      return breakOff(made)
    }
    if (client !== made) return
    isUp = true
    failures = 0
    later(prove, PROOF_MS)
    onUp()
  }

  const prove = async () => {
    const proved = client
    if (proved === undefined) return
    try {
      await proved.query('select 1')
      if (client === proved) later(prove, PROOF_MS)
    } catch {
      breakOff(proved)
    }
  }

  /** Whatever goes wrong with a connection ends here, once. */
  const breakOff = (broken: pg.Client) => {
    if (client !== broken) return
    client = undefined
    isUp = false
    broken.end().catch(() => {})
    if (hasEnded) return
    const waitMs = Math.min(TRY_AGAIN_MS * 2 ** failures, TRY_AGAIN_MS_MAX)
    failures += 1
    later(connect, waitMs * (0.5 + Math.random() / 2))
  }

  return {
    begin: () => {
      if (hasBegun) return
      hasBegun = true
      connect()
    },
    isUp: () => isUp,
    end: async () => {
      hasEnded = true
      clearTimeout(timer)
      const last = client
      client = undefined
      isUp = false
      await last?.end().catch(() => {})
    },
  }
}
