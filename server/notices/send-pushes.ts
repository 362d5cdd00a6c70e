// Sends the pushes that wait: each is taken by one process, which puts its next try off first, so that one that ends in
// the middle loses nothing, and a push that goes twice replaces itself.
import { sql } from 'kysely'
import type { SendPush } from '#outside/push'
import type { Db } from '#platform/db'
import type { PushWords } from './push-queue.ts'
import { readPushKeys } from './push-sender.ts'

const TAKEN_MAX = 20
const TRIES_MAX = 6
/** Longer than one try takes; doubled with each. */
const WAIT_SECONDS = 60

type Waiting = {
  batchId: string
  subscriptionId: string
  endpoint: string
  p256dh: string
  auth: string
  words: PushWords
  isUrgent: boolean
  expiresAt: Temporal.Instant
  tries: number
}

type Task = { now: Temporal.Instant; send: SendPush; subject: string }

/** @returns whether more may wait */
export async function sendPushes(db: Db, { now, send, subject }: Task): Promise<boolean> {
  const waiting = await take(db, now)
  if (waiting.length === 0) return false
  const sender = { subject, ...(await readPushKeys(db)) }
  await Promise.all(
    waiting.map(async (push) => {
      const { endpoint, p256dh, auth, words, isUrgent, expiresAt } = push
      const outcome = await send({
        ...{ browser: { endpoint, p256dh, auth }, words, isUrgent, sender },
        topic: push.batchId.replaceAll('-', ''),
        ttlSeconds: Math.max(0, Math.floor(now.until(expiresAt).total('seconds'))),
      })
      await settle(db, push, outcome)
    }),
  )
  return waiting.length === TAKEN_MAX
}

async function take(db: Db, now: Temporal.Instant): Promise<Waiting[]> {
  await sql`delete from notices.push where expires_at <= ${now}`.execute(db)
  const taken = await sql<Waiting>`
    update notices.push p set tries = p.tries + 1,
      try_at = ${now}::timestamptz + make_interval(secs => ${WAIT_SECONDS} * power(2, p.tries))
    from notices.push_subscription s
    where s.id = p.subscription_id and (p.batch_id, p.subscription_id) in (
      select batch_id, subscription_id from notices.push
      where try_at <= ${now} order by try_at limit ${TAKEN_MAX} for update skip locked
    )
    returning p.batch_id as "batchId", p.subscription_id as "subscriptionId", s.endpoint, s.p256dh, s.auth, p.words,
      p.is_urgent as "isUrgent", p.expires_at as "expiresAt", p.tries`.execute(db)
  return taken.rows
}

async function settle(
  db: Db,
  { batchId, subscriptionId, tries }: Waiting,
  outcome: Awaited<ReturnType<SendPush>>,
): Promise<void> {
  if (outcome === 'later' && tries < TRIES_MAX) return
  // With the browser goes all that waits for it.
  await (outcome === 'gone'
    ? sql`delete from notices.push_subscription where id = ${subscriptionId}`
    : sql`delete from notices.push where batch_id = ${batchId} and subscription_id = ${subscriptionId}`
  ).execute(db)
}
