// How much one person and one network address may ask, held in memory for each process.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Refusal } from './refusal.ts'
import { sentence } from './say.ts'

export type Limits = {
  takeForPerson: (personId: string) => Promise<void>
  takeForAddress: (address: string) => Promise<void>
  /** For what one says: posts, replies and their changes, in a minute, an hour and a day. */
  takeWords: (personId: string) => Promise<void>
  /** For files: each costs disk and time. */
  takeUpload: (personId: string) => Promise<void>
  /** For sign-in: few tries for each account and address together. */
  takeSignIn: (key: string) => Promise<void>
}

const UPLOADS = 200
const UPLOADS_SECONDS = 10 * 60
const SIGN_IN_TRIES = 10
const SIGN_IN_SECONDS = 15 * 60
const HOUR = 60 * 60

/** How much one person may say. */
export type WordsLimit = { minute: number; hour: number; day: number }

/**
 * @param perMinute how many requests a person and an address may make in a minute
 * @returns functions that throw a `too-many` refusal once the limit is reached
 */
export function openLimits(perMinute: { person: number; address: number; words: WordsLimit }): Limits {
  const person = new RateLimiterMemory({ points: perMinute.person, duration: 60 })
  const address = new RateLimiterMemory({ points: perMinute.address, duration: 60 })
  const words = [
    { limiter: new RateLimiterMemory({ points: perMinute.words.minute, duration: 60 }), span: 'minute' },
    { limiter: new RateLimiterMemory({ points: perMinute.words.hour, duration: HOUR }), span: 'hour' },
    { limiter: new RateLimiterMemory({ points: perMinute.words.day, duration: 24 * HOUR }), span: 'day' },
  ]
  const upload = new RateLimiterMemory({ points: UPLOADS, duration: UPLOADS_SECONDS })
  const signIn = new RateLimiterMemory({ points: SIGN_IN_TRIES, duration: SIGN_IN_SECONDS })
  return {
    takeForPerson: (personId) => take(person, personId),
    takeForAddress: (from) => take(address, from),
    takeWords: async (personId) => {
      for (const { limiter, span } of words) await take(limiter, personId, span)
    },
    takeUpload: (personId) => take(upload, personId),
    takeSignIn: (key) => take(signIn, key),
  }
}

async function take(limiter: RateLimiterMemory, key: string, span = 'moment'): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error
    const seconds = Math.max(1, Math.ceil(error.msBeforeNext / 1000))
    throw new Refusal('too-many', 'slow-down', {
      sentence: sentence(
        'That was a lot {span, select, minute {for a minute} hour {for an hour} day {for a day} other {at once}}. Try again in {unit, select, second {{count, plural, one {# second} other {# seconds}}} minute {{count, plural, one {# minute} other {# minutes}}} other {{count, plural, one {# hour} other {# hours}}}}.',
        { span, ...lengthOf(seconds) },
      ),
      retryAfterSeconds: seconds,
    })
  }
}

function lengthOf(seconds: number): { unit: string; count: number } {
  if (seconds < 120) return { unit: 'second', count: seconds }
  if (seconds < 2 * HOUR) return { unit: 'minute', count: Math.ceil(seconds / 60) }
  return { unit: 'hour', count: Math.ceil(seconds / HOUR) }
}
