// What this room does after words were written and by the clock: it tells those whom they concern, at once in the page
// and in batches outside it.
import { sql } from 'kysely'
import type { SendPush } from '#outside/push'
import type { Db } from '#platform/db'
import type { Job } from '#platform/jobs'
import type { Listener } from '#platform/journal'
import { tellPeople } from '#platform/live-people'
import type { MailSettings } from '#rooms/mail'
import { noteDue, takeDue, wakeForDeadlines } from './due.ts'
import { fanOutSome, keepAnnounced, keepPosted } from './fan-out.ts'
import { keepWaiting, mergeNotices, takeWaiting, type Waiting } from './merge.ts'
import { lookAt } from './send-batch.ts'
import { sendPushes } from './send-pushes.ts'

/** Who has the thread open sees what comes within this time, and need not be told of it. */
const SETTLED_MS = 1500
/** So many words are told of in one transaction; a thread may have thousands of followers. */
const TOLD_TOGETHER_MAX = 50
const LOOKED_AT_MAX = 50
const ROUNDS_MAX = 200
const KEPT_DAYS = 90

export type Outside = { settings: MailSettings; sendPush: SendPush }

export function noticesJobs({ settings, sendPush }: Outside): Job[] {
  return [
    {
      name: 'notices/tell-waiting',
      everySeconds: 1,
      run: async ({ db, now }) => {
        const until = now.subtract({ milliseconds: SETTLED_MS })
        await inRounds(() => tellSome(db, { until, now }))
      },
    },
    {
      name: 'notices/fan-out',
      everySeconds: 1,
      run: ({ db }) => inRounds(() => fanOutSome(db)),
    },
    {
      name: 'notices/send-batches',
      everySeconds: 5,
      run: ({ db, now }) =>
        inRounds(async () => {
          const personIds = await takeDue(db, { now, most: LOOKED_AT_MAX })
          const errors: unknown[] = []
          // What is wrong with one person's notices must not keep all others waiting.
          for (const personId of personIds)
            await db
              .transaction()
              .execute((tx) => lookAt(tx, { personId, now, settings }))
              .catch((error) => errors.push(error))
          if (errors.length > 0) throw new AggregateError(errors, `${errors[0]}`)
          return personIds.length > 0
        }),
    },
    {
      name: 'notices/send-pushes',
      everySeconds: 2,
      run: ({ db, now }) =>
        inRounds(() => sendPushes(db, { now, send: sendPush, subject: subjectOf(settings) })),
    },
    { name: 'notices/forget-notices', cron: '23 4 * * *', run: ({ db, now }) => forget(db, now) },
  ]
}

/** Goes on while more may wait; what is left then waits for the next time. */
async function inRounds(some: () => Promise<boolean>): Promise<void> {
  for (let round = 0; round < ROUNDS_MAX && (await some()); round += 1);
}

/** @returns whether more may wait */
async function tellSome(
  db: Db,
  { until, now }: { until: Temporal.Instant; now: Temporal.Instant },
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const waiting = await takeWaiting(tx, { until, most: TOLD_TOGETHER_MAX })
    const personIds = await mergeNotices(tx, waiting)
    await noteDue(tx, personIds, earliestOf(waiting) ?? now)
    await wakeForDeadlines(
      tx,
      waiting.map(({ saidId }) => saidId),
      now,
    )
    await tellPeople(tx, { personIds, event: 'notices-changed' })
    return waiting.length === TOLD_TOGETHER_MAX
  })
}

function earliestOf(waiting: readonly Waiting[]): Temporal.Instant | undefined {
  return waiting.map(({ at }) => at).toSorted(Temporal.Instant.compare)[0]
}

async function forget(db: Db, now: Temporal.Instant): Promise<void> {
  const since = now.subtract({ hours: 24 * KEPT_DAYS })
  await sql`delete from notices.notice where last_at < ${since}`.execute(db)
  await sql`delete from notices.told where at < ${since}`.execute(db)
  await sql`delete from notices.batch where at < ${since}`.execute(db)
  await sql`delete from notices.deadline where due_at < ${since}`.execute(db)
}

/** Whom a push service may turn to. It takes an address of the web or of mail, and no plain http. */
function subjectOf({ baseUrl, mailFrom }: MailSettings): string {
  if (baseUrl.startsWith('https:')) return baseUrl
  return `mailto:${/<([^>]+)>/.exec(mailFrom)?.[1] ?? mailFrom}`
}

type Facts = { saidId: string; at: string }

/** A row by plain insert is all that a writer waits for; a job in the queue would cost several times as much. */
const keep: Extract<Listener, { note: unknown }>['note'] = (db, facts) => keepWaiting(db, facts as Facts)

/** What this room hears of; each news says what was said or reacted to, and when. */
export const noticesListeners: Listener[] = [
  { on: 'spaces/reply-written', note: keep },
  { on: 'spaces/people-mentioned', note: keep },
  { on: 'spaces/thanked', note: keep },
  { on: 'spaces/post-written', note: (db, facts) => keepPosted(db, String(facts.postId)) },
  {
    on: 'spaces/announced',
    note: (db, { postId, at }) => keepAnnounced(db, { postId: String(postId), at: String(at) }),
  },
]
