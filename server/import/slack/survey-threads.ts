// The first walk through a channel: which line is the last word on each message, and who starts each thread. It
// holds some thirty bytes per message and none of the words, so that a channel may be larger than memory.

import { sentence } from '#platform/say'
import { UnreadableArchive } from '../archive.ts'
import type { SlackMessage } from './read-message.ts'
import { microsOf, tsOf } from './ts.ts'

const CHANNEL_MESSAGES_MAX = 12_000_000
const FIRST_SLOTS = 1024
const LOAD_MAX = 0.75
const NOTHING = -1

export type ThreadSurvey = {
  /** Takes the next message; `place` counts the lines of the channel from 1. */
  note(message: Pick<SlackMessage, 'ts' | 'threadTs'>, place: number): void
  /** To be called once, when all messages have been noted. */
  finish(): ChannelThreads
}

export type ChannelThreads = {
  /** The line that counts for a message. Slack names edited messages twice, and the later line wins. */
  lastPlace(ts: string): number | undefined
  /** The first message of the thread that this one replies to; undefined when it starts a thread itself. */
  postOf(message: Pick<SlackMessage, 'ts' | 'threadTs'>): string | undefined
}

export function surveyThreads(): ThreadSurvey {
  const messages = new MessageTable()
  return {
    note({ ts, threadTs }, place) {
      messages.put(microsOf(ts), { place, thread: threadTs === undefined ? NOTHING : microsOf(threadTs) })
      if (messages.size > CHANNEL_MESSAGES_MAX) {
        throw new UnreadableArchive(
          sentence(
            'A channel holds more than {most} messages. Export shorter periods and import one after the other.',
            { most: CHANNEL_MESSAGES_MAX },
          ),
        )
      }
    },
    finish() {
      const isPost = (micros: number) => messages.get(micros)?.thread === NOTHING
      const firstReplies = new Map<number, number>()
      for (const { micros, thread } of messages.all()) {
        if (thread === NOTHING || isPost(thread)) continue
        const first = firstReplies.get(thread)
        if (first === undefined || micros < first) firstReplies.set(thread, micros)
      }
      return {
        lastPlace: (ts) => messages.get(microsOf(ts))?.place,
        // A thread whose first message is not in the export is started by its earliest reply.
        postOf({ ts, threadTs }) {
          if (threadTs === undefined) return undefined
          const thread = microsOf(threadTs)
          if (isPost(thread)) return threadTs
          const first = firstReplies.get(thread)
          return first === undefined || first === microsOf(ts) ? undefined : tsOf(first)
        },
      }
    },
  }
}

type Noted = { place: number; thread: number }

/** Messages by their time, in typed arrays with open addresses: maps of texts would take five times as much. */
class MessageTable {
  size = 0
  #micros = new Float64Array(FIRST_SLOTS).fill(NOTHING)
  #places = new Float64Array(FIRST_SLOTS)
  #threads = new Float64Array(FIRST_SLOTS)

  /** Adds a message, or replaces what was noted of it. */
  put(micros: number, { place, thread }: Noted): void {
    const slot = this.#slotOf(micros)
    if (this.#micros[slot] === NOTHING) this.size += 1
    this.#micros[slot] = micros
    this.#places[slot] = place
    this.#threads[slot] = thread
    if (this.size > this.#micros.length * LOAD_MAX) this.#grow()
  }

  get(micros: number): Noted | undefined {
    const slot = this.#slotOf(micros)
    if (this.#micros[slot] === NOTHING) return undefined
    return { place: this.#places[slot] as number, thread: this.#threads[slot] as number }
  }

  *all(): Iterable<{ micros: number; thread: number }> {
    for (let slot = 0; slot < this.#micros.length; slot += 1) {
      const micros = this.#micros[slot] as number
      if (micros !== NOTHING) yield { micros, thread: this.#threads[slot] as number }
    }
  }

  #slotOf(micros: number): number {
    const mask = this.#micros.length - 1
    // Times come in steps, so they are mixed before they choose a place (Knuth's multiplicative hash).
    const folded = ((micros % 0x1_0000_0000) ^ Math.floor(micros / 0x1_0000_0000)) >>> 0
    let slot = (Math.imul(folded, 0x9e37_79b1) >>> 8) & mask
    while (this.#micros[slot] !== NOTHING && this.#micros[slot] !== micros) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const [micros, places, threads] = [this.#micros, this.#places, this.#threads]
    const slots = micros.length * 2
    this.#micros = new Float64Array(slots).fill(NOTHING)
    this.#places = new Float64Array(slots)
    this.#threads = new Float64Array(slots)
    for (let at = 0; at < micros.length; at += 1) {
      const each = micros[at] as number
      if (each === NOTHING) continue
      const slot = this.#slotOf(each)
      this.#micros[slot] = each
      this.#places[slot] = places[at] as number
      this.#threads[slot] = threads[at] as number
    }
  }
}
