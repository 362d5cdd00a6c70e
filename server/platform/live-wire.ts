// The one connection of this process on which other processes wake it.
import pg from 'pg'
import type { Log } from './log.ts'

const TRY_AGAIN_MS = 200
const TRY_AGAIN_MS_MAX = 5000
/** A line that died without a word is found out at the next of these. */
const PROOF_MS = 15_000
const ANSWER_MS_MAX = 10_000

export type Wire = {
  /** Begins to listen, once; from then on it comes back by itself whenever it breaks. */
  begin: () => void
  end: () => Promise<void>
}

type Setup = {
  url: string
  log: Log
  channel: string
  hear: (payload: string) => void
  /** The wire broke and is back; with it the whole database may have been away. */
  onBack: () => void
}

/** Makes the wire, which is silent until it is begun. */
export function makeWire({ url, log, channel, hear, onBack }: Setup): Wire {
  let client: pg.Client | undefined
  let hasBegun = false
  let wasUp = false
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
    made.on('notification', ({ payload }) => hear(payload ?? ''))
    made.on('error', () => breakOff(made))
    made.on('end', () => breakOff(made))
    try {
      await made.connect()
      await made.query(`listen ${channel}`)
    } catch (error) {
      log.warn({ error: String(error) }, 'the live wire cannot be had')
      return breakOff(made)
    }
    if (client !== made) return
    failures = 0
    later(prove, PROOF_MS)
    if (wasUp) onBack()
    wasUp = true
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
      void connect()
    },
    end: async () => {
      hasEnded = true
      clearTimeout(timer)
      const last = client
      client = undefined
      await last?.end().catch(() => {})
    },
  }
}
