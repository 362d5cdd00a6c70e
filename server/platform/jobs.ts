// Work after the commit and by the clock: a queue in the database, run by whichever process is free.
import type pg from 'pg'
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
  /**
   * Comes round in every process this often, when given, and finds by itself what waits for it; what another process has
   * taken is left to that one. It never meets itself.
   */
  everySeconds?: number
  run: (work: { db: Db; now: Temporal.Instant; facts: Record<string, unknown> }) => Promise<void>
}

/** A job as it stands in the queue: under pg-boss's name for it. */
export type WaitingJob = { queue: string; facts: Record<string, unknown> }

export type Jobs = { enqueue: Enqueue; stop: () => Promise<void> }

const QUEUE = { retryLimit: 5, retryBackoff: true, policy: 'standard' } as const

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
  const endRounds = startRounds(setup, jobs)
  for (const job of jobs) {
    if (job.everySeconds !== undefined) continue
    const queue = queueOf(job.name)
    await boss.createQueue(queue, QUEUE)
    await boss.work<Record<string, unknown>>(queue, { pollingIntervalSeconds: 2 }, async ([claimed]) => {
      await job.run({ db: setup.db, now: setup.now(), facts: claimed?.data ?? {} })
    })
    if (job.cron !== undefined) await boss.schedule(queue, job.cron)
  }
  return {
    enqueue: async (db, job, facts) => {
      await boss.send(queueOf(job), facts, { db: fromKysely(db) })
    },
    stop: async () => {
      await endRounds()
      await boss.stop({ graceful: true, timeout: 5000 })
    },
  }
}

/** @returns what ends the rounds, once those under way are done */
function startRounds(
  { db, log, now }: { db: Db; log: Log; now: () => Temporal.Instant },
  jobs: readonly Job[],
): () => Promise<void> {
  const ends = jobs.flatMap(({ name, everySeconds, run }) => {
    if (everySeconds === undefined) return []
    let underWay: Promise<void> | undefined
    const goRound = async () => {
      await run({ db, now: now(), facts: {} }).catch((error) =>
        log.warn({ job: name, error: String(error) }, 'a job failed and comes round again'),
      )
      underWay = undefined
    }
    const timer = setInterval(() => {
      underWay ??= goRound()
    }, everySeconds * 1000)
    return async () => {
      clearInterval(timer)
      await underWay
    }
  })
  return async () => {
    await Promise.all(ends.map((end) => end()))
  }
}

/** The jobs that wait, without those that the clock starts anyway. One that runs now is safe to run again. */
export async function readWaitingJobs(client: pg.ClientBase): Promise<WaitingJob[]> {
  const queue = await client.query<{ isThere: boolean }>(
    `select to_regclass('jobs.job') is not null as "isThere"`,
  )
  if (!queue.rows[0]?.isThere) return []
  const found = await client.query<WaitingJob>(
    `select j.name as queue, coalesce(j.data, '{}') as facts from jobs.job j
     where j.state in ('created', 'retry', 'active') and not exists (select from jobs.schedule s where s.name = j.name)
       and j.name not like '\\_\\_pgboss%'
     order by j.created_on`,
  )
  return found.rows
}

/** Puts jobs back into the queue of a database that has none yet. */
export async function requeueJobs(url: string, waiting: readonly WaitingJob[]): Promise<void> {
  const boss = new PgBoss({ connectionString: url, schema: 'jobs', max: 1, application_name: 'foyer jobs' })
  boss.on('error', () => {})
  await boss.start()
  for (const queue of new Set(waiting.map((job) => job.queue))) await boss.createQueue(queue, QUEUE)
  for (const { queue, facts } of waiting) await boss.send(queue, facts)
  await boss.stop({ graceful: true, timeout: 5000 })
}
