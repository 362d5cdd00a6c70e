// The first walk through a channel: which line is the last word on each message, and who starts each thread. It
// holds a few dozen bytes per message and none of the words, so that a channel may be larger than memory.
import { UnreadableArchive } from '../archive.ts'
import type { SlackMessage } from './read-message.ts'

const CHANNEL_MESSAGES_MAX = 4_000_000

export type ThreadSurvey = {
  /** Takes the next message; `place` counts the lines of the channel. */
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
  const places = new Map<string, number>()
  const threads = new Map<string, string>()
  return {
    note({ ts, threadTs }, place) {
      places.set(ts, place)
      if (threadTs === undefined) threads.delete(ts)
      else threads.set(ts, threadTs)
      if (places.size > CHANNEL_MESSAGES_MAX) {
        throw new UnreadableArchive(
          `A channel holds more than ${CHANNEL_MESSAGES_MAX} messages. Export shorter periods and import one after the other.`,
        )
      }
    },
    finish() {
      const isPost = (ts: string) => places.has(ts) && !threads.has(ts)
      const firstReplies = new Map<string, string>()
      for (const [ts, thread] of threads) {
        if (isPost(thread)) continue
        const first = firstReplies.get(thread)
        if (first === undefined || isEarlier(ts, first)) firstReplies.set(thread, ts)
      }
      return {
        lastPlace: (ts) => places.get(ts),
        // A thread whose first message is not in the export is started by its earliest reply.
        postOf({ ts, threadTs }) {
          if (threadTs === undefined || isPost(threadTs)) return threadTs
          const first = firstReplies.get(threadTs)
          return first === ts ? undefined : first
        },
      }
    },
  }
}

function isEarlier(a: string, b: string): boolean {
  const difference = Number.parseInt(a, 10) - Number.parseInt(b, 10)
  return difference === 0 ? a < b : difference < 0
}
