// What the brief does by the clock: it goes out to those who want it by itself, and counts weeks that are over.
import { setTimeout as pause } from 'node:timers/promises'
import type { PersonId } from '#contract/ref'
import { monotonicMs } from '#platform/clock'
import type { Db } from '#platform/db'
import type { Job } from '#platform/jobs'
import type { Listener } from '#platform/journal'
import { learnReadingPaces } from './attention/reading-pace.ts'
import { countWeeks } from './history/participation.ts'
import { noteNextSending, takeDue } from './letters/due.ts'
import { type Sending, sendBrief } from './letters/send-brief.ts'

const FOLLOW_ZONE = 'brief/follow-zone'

const TAKEN_TOGETHER_MAX = 20
const ROUNDS_MAX = 2000
/** People read pages in the meantime, so one begins so long after the other: five hundred take forty seconds. */
const APART_MS = 80
/** Where they take long, as much else is going on, the job rests for this part of their time. */
const REST_SHARE = 0.25

export function briefJobs(sending: Sending): Job[] {
  return [
    {
      name: 'brief/send-briefs',
      everySeconds: 60,
      run: ({ db, now }) => sendBriefs({ db, now }, sending),
    },
    { name: 'brief/learn-paces', cron: '47 2 * * *', run: ({ db, now }) => learnReadingPaces(db, now) },
    {
      name: FOLLOW_ZONE,
      run: async ({ db, now, facts }) => {
        await db.transaction().execute((tx) => noteNextSending(tx, facts.personId as PersonId, now))
      },
    },
    { name: 'brief/count-weeks', cron: '17 3 * * *', run: ({ db, now }) => countWeeks(db, now) },
  ]
}

export const briefListeners: readonly Listener[] = [{ on: 'people/zone-chosen', job: FOLLOW_ZONE }]

/** Sends all briefs that are due. What is wrong with one person's must not keep all others waiting. */
async function sendBriefs({ db, now }: { db: Db; now: Temporal.Instant }, sending: Sending): Promise<void> {
  const errors: unknown[] = []
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const personIds = await takeDue(db, { now, most: TAKEN_TOGETHER_MAX })
    for (const personId of personIds) {
      const startedMs = monotonicMs()
      await db
        .transaction()
        .execute((tx) => sendBrief(tx, { personId, now }, sending))
        .catch((error) => errors.push(error))
      const tookMs = monotonicMs() - startedMs
      await pause(Math.max(APART_MS - tookMs, REST_SHARE * tookMs))
    }
    if (personIds.length < TAKEN_TOGETHER_MAX) break
  }
  if (errors.length > 0) throw new AggregateError(errors, `${errors[0]}`)
}
