// What this room does after words were written: it tells those whom they concern.
import { sql } from 'kysely'
import type { Db } from '#platform/db'
import type { Job } from '#platform/jobs'
import type { Listener } from '#platform/journal'
import { tellPeople } from '#platform/live-people'
import { keepWaiting, mergeNotices, takeWaiting } from './merge.ts'

/** Who has the thread open sees what comes within this time, and need not be told of it. */
const SETTLED_MS = 1500
/** So many words are told of in one transaction; a thread may have thousands of followers. */
const TOLD_TOGETHER_MAX = 50
const ROUNDS_MAX = 200
const KEPT_DAYS = 90

export const noticesJobs: Job[] = [
  {
    name: 'notices/tell-waiting',
    everySeconds: 1,
    run: async ({ db, now }) => {
      const until = now.subtract({ milliseconds: SETTLED_MS })
      for (let round = 0; round < ROUNDS_MAX && (await tellSome(db, until)); round += 1);
    },
  },
  {
    name: 'notices/forget-notices',
    cron: '23 4 * * *',
    run: async ({ db, now }) => {
      await sql`
        delete from notices.notice where last_at < ${now.subtract({ hours: 24 * KEPT_DAYS })}`.execute(db)
    },
  },
]

/** @returns whether more may wait */
async function tellSome(db: Db, until: Temporal.Instant): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const waiting = await takeWaiting(tx, { until, most: TOLD_TOGETHER_MAX })
    const personIds = await mergeNotices(tx, waiting)
    await tellPeople(tx, { personIds, event: 'notices-changed' })
    return waiting.length === TOLD_TOGETHER_MAX
  })
}

type Facts = { saidId: string; at: string }

/** A row by plain insert is all that a writer waits for; a job in the queue would cost several times as much. */
const keep: Extract<Listener, { note: unknown }>['note'] = (db, facts) => keepWaiting(db, facts as Facts)

/** What this room hears of; each news says what was said or reacted to, and when. */
export const noticesListeners: Listener[] = [
  { on: 'spaces/reply-written', note: keep },
  { on: 'spaces/people-mentioned', note: keep },
  { on: 'spaces/thanked', note: keep },
]
