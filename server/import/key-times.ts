// Which messages of an archive were seen, and when each was said: some thirty bytes for each, however long its key.

import { sentence } from '#platform/say'
import { UnreadableArchive } from './archive.ts'

const FIRST_SLOTS = 1024
const LOAD_MAX = 0.75
const KEYS_MAX = 24_000_000

/**
 * Remembers identities made by `idOf`. Of such an identity the first 48 bits are the time, and 74 of the others come
 * from the key alone: so many that two keys of one archive never share them.
 */
export class KeyTimes {
  #size = 0
  // A table with open addresses in typed arrays: a Map of texts would hold a gigabyte for a few million keys.
  #low = new Float64Array(FIRST_SLOTS)
  #high = new Uint32Array(FIRST_SLOTS)
  #times = new Float64Array(FIRST_SLOTS).fill(-1)

  /**
   * @returns false when an identity with the same key was there before, whatever its time
   * @throws UnreadableArchive when there are more than can be held
   */
  add(id: string): boolean {
    const key = keyOf(id)
    const slot = this.#slotOf(key)
    if (this.#times[slot] !== -1) return false
    this.#low[slot] = key.low
    this.#high[slot] = key.high
    this.#times[slot] = Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16)
    this.#size += 1
    if (this.#size > KEYS_MAX) {
      throw new UnreadableArchive(
        sentence(
          'The archive holds more than {most} messages. Export shorter periods and import one after the other.',
          { most: KEYS_MAX },
        ),
      )
    }
    if (this.#size > this.#times.length * LOAD_MAX) this.#grow()
    return true
  }

  /** The identity with the same key that was added; undefined when there is none. */
  find<Id extends string>(id: Id): Id | undefined {
    const time = this.#times[this.#slotOf(keyOf(id))] as number
    if (time === -1) return undefined
    const digits = time.toString(16).padStart(12, '0')
    return `${digits.slice(0, 8)}-${digits.slice(8)}${id.slice(13)}` as Id
  }

  #slotOf({ low, high }: Key): number {
    const mask = this.#times.length - 1
    // The digits of a digest are as good as random.
    let slot = low % (mask + 1)
    while (this.#times[slot] !== -1 && (this.#low[slot] !== low || this.#high[slot] !== high)) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  #grow(): void {
    const [lows, highs, times] = [this.#low, this.#high, this.#times]
    const slots = times.length * 2
    this.#low = new Float64Array(slots)
    this.#high = new Uint32Array(slots)
    this.#times = new Float64Array(slots).fill(-1)
    for (let at = 0; at < times.length; at += 1) {
      const [low, high, time] = [lows[at] as number, highs[at] as number, times[at] as number]
      if (time === -1) continue
      const slot = this.#slotOf({ low, high })
      this.#low[slot] = low
      this.#high[slot] = high
      this.#times[slot] = time
    }
  }
}

type Key = { low: number; high: number }

/** What of an identity comes from its key: `tttttttt-tttt-7hhh-HHHH-llllllllllll`, where two bits of H are fixed. */
function keyOf(id: string): Key {
  const high =
    (Number.parseInt(id.slice(15, 18), 16) << 14) | (Number.parseInt(id.slice(19, 23), 16) & 0x3fff)
  return { low: Number.parseInt(id.slice(24), 16), high: high >>> 0 }
}
