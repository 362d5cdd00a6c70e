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
export function makeWire(setup: Setup): Wire {
  let client: pg.Client | undefined
  let isBegun = false
  let wasBroken = false
  let failures = 0
  const timer = oneTimer()

  const connect = async () => {
    const made = new pg.Client({ connectionString: setup.url, keepAlive: true, query_timeout: ANSWER_MS_MAX })
    client = made
    made.on('notification', ({ payload }) => setup.hear(payload ?? ''))
    made.on('error', () => breakOff(made))
    made.on('end', () => breakOff(made))
    try {
      await made.connect()
      await made.query(`listen ${setup.channel}`)
    } catch (error) {
      setup.log.warn({ error: String(error) }, 'the live wire cannot be had')
      return breakOff(made)
    }
    if (client !== made) return
    failures = 0
    timer.set(() => prove(made), PROOF_MS)
    if (wasBroken) setup.onBack()
    wasBroken = false
  }
  const prove = async (proved: pg.Client) => {
    try {
      await proved.query('select 1')
      if (client === proved) timer.set(() => prove(proved), PROOF_MS)
    } catch {
      breakOff(proved)
    }
  }
  /** Whatever goes wrong with a connection ends here, once. */
  const breakOff = (broken: pg.Client) => {
    if (client !== broken) return
    client = undefined
    wasBroken = true
    broken.end().catch(() => {})
    const waitMs = Math.min(TRY_AGAIN_MS * 2 ** failures, TRY_AGAIN_MS_MAX)
    failures += 1
    timer.set(connect, waitMs * (0.5 + Math.random() / 2))
  }

  return {
    begin: () => {
      if (!isBegun) void connect()
      isBegun = true
    },
    end: async () => {
      const last = client
      client = undefined
      timer.end()
      await last?.end().catch(() => {})
    },
  }
}

/** Holds one thing to do later, and once it has ended none. It keeps no process from ending. */
function oneTimer() {
  let timer: NodeJS.Timeout | undefined
  let hasEnded = false
  return {
    set: (work: () => unknown, ms: number) => {
      clearTimeout(timer)
      if (!hasEnded) timer = setTimeout(work, ms).unref()
    },
    end: () => {
      hasEnded = true
      clearTimeout(timer)
    },
  }
}
