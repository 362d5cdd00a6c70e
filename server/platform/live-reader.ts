// Reads what happened as soon as it is worth reading: after a write of this process, when another one wakes it, and now
// and then in case that one died before it could.
import type { Db } from './db.ts'
import { findPosition, type Happening, readHappenings } from './live-happening.ts'
import type { Log } from './log.ts'

export type Reader = {
  /** Something may have happened; a write of this process has to be told to the others too. */
  wake: (by: 'this process' | 'another process') => void
  end: () => void
}

type Setup = {
  db: Db
  log: Log
  /** Where the others hear, and the name under which this process wakes them. */
  channel: string
  as: string
  isNeeded: () => boolean
  tell: (happenings: readonly Happening[]) => Promise<void>
  /** Something that happened will not be told. */
  onGap: () => void
}

/** Under many writes, as many as come in this time are read together. */
const GAP_MS = 10
const UNASKED_MS = 1000
/** More than this at once is not worth looking up. */
const TOLD_TOGETHER_MAX = 2000
/** What cannot be told so often is passed over, so that it does not stand in the way for ever. */
const TRIES_MAX = 3

/** Begins to read from here on. */
export async function openReader({ db, log, channel, as, isNeeded, tell, onGap }: Setup): Promise<Reader> {
  let position = await findPosition(db)
  let failures = 0
  let isReading = false
  let isWanted = false
  let wakesOthers = false

  const readOnce = async () => {
    const wakes = wakesOthers ? { channel, as } : undefined
    isWanted = false
    wakesOthers = false
    const read = await readHappenings(db, { after: position, most: TOLD_TOGETHER_MAX + 1, wakes })
    if (read.happenings.length > TOLD_TOGETHER_MAX) onGap()
    else if (read.happenings.length > 0 && isNeeded()) await tell(read.happenings)
    position = read.position
    failures = 0
  }
  const readOrPassOver = async () => {
    try {
      await readOnce()
    } catch (error) {
      log.warn({ error: String(error) }, 'what happened could not be told yet')
      failures += 1
      if (failures < TRIES_MAX) return
      // With the database away this fails too; then nothing is passed over.
      position = await findPosition(db)
      failures = 0
      onGap()
    }
  }
  const readAll = async () => {
    isReading = true
    while (isWanted) {
      await readOrPassOver().catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, GAP_MS))
    }
    isReading = false
  }
  const wake: Reader['wake'] = (by) => {
    isWanted = true
    wakesOthers ||= by === 'this process'
    if (!isReading) void readAll()
  }
  const unasked = setInterval(() => {
    if (isNeeded()) wake('another process')
  }, UNASKED_MS)
  unasked.unref()
  return { wake, end: () => clearInterval(unasked) }
}
