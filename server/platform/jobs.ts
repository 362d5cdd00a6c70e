// Work after the commit and by the clock: a queue in the database, run by whichever process is free.
import { fromKysely, PgBoss } from 'pg-boss'
import type { Db } from './db.ts'
import type { Enqueue } from './journal.ts'
import type { Log } from './log.ts'

/** One kind of work. It must be safe to run twice. */
export type Job = {
  /** `<room>/<verb-thing>`. */
  name: string
  /** Runs by the clock too, when given: five fields as cron has them, in UTC. */
  cron?: string
  run: (work: { db: Db; now: Temporal.Instant; facts: Record<string, unknown> }) => Promise<void>
}

export type Jobs = { enqueue: Enqueue; stop: () => Promise<void> }

/** pg-boss allows no slash in a queue's name. */
function queueOf(job: string): string {
  return job.replace('/', '.')
}

/** Starts the queue: creates what it needs, schedules what runs by the clock, and works off what waits. */
export async function startJobs(
  setup: { url: string; db: Db; log: Log; now: () => Temporal.Instant },
  jobs: readonly Job[],
): Promise<Jobs> {
  const boss = new PgBoss({
    connectionString: setup.url,
    schema: 'jobs',
    max: 3,
    application_name: 'foyer jobs',
  })
  boss.on('error', (error) => setup.log.warn({ error: String(error) }, 'the job queue stumbled'))
  await boss.start()
  for (const job of jobs) {
    const queue = queueOf(job.name)
    await boss.createQueue(queue, { retryLimit: 5, retryBackoff: true, policy: 'standard' })
    await boss.work<Record<string, unknown>>(queue, { pollingIntervalSeconds: 2 }, async ([claimed]) => {
      await job.run({ db: setup.db, now: setup.now(), facts: claimed?.data ?? {} })
    })
    if (job.cron !== undefined) await boss.schedule(queue, job.cron)
  }
  return {
    enqueue: async (db, job, facts) => {
      await boss.send(queueOf(job), facts, { db: fromKysely(db) })
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  }
}
