// Makes a write sent twice a write done once: its reply is remembered in the transaction that did it.
import { hash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from './db.ts'
import { Refusal, refusal } from './refusal.ts'

const KEY = /^[\x21-\x7e]{8,100}$/
const UNIQUE_VIOLATION = '23505'
/** A write sent again later than this is a new one. */
const REMEMBERED_HOURS = 48

type OnceOnly = {
  db: Db
  caller: string
  key: string | undefined
  endpoint: string
  input: unknown
  now: Temporal.Instant
  act: (db: Db) => Promise<string>
}

/**
 * Runs a write in one transaction. With a key, the reply is stored beside what was written; the same caller, key and
 * input later get that reply, also when both came at the same moment.
 * @throws Refusal `key-used-otherwise` when the key was used for a different input
 */
export async function runOnce(once: OnceOnly): Promise<string> {
  const { key } = once
  if (key === undefined) return once.db.transaction().execute(once.act)
  if (!KEY.test(key)) {
    throw refusal('invalid', 'wrong-idempotency-key', 'An Idempotency-Key has 8 to 100 visible characters.')
  }
  const inputHash = hash('sha256', JSON.stringify(once.input), 'base64url')
  try {
    return await once.db.transaction().execute(async (db) => {
      const json = await once.act(db)
      await sql`
        insert into platform.done_write (caller, key, endpoint, input_hash, reply, done_at)
        values (${once.caller}, ${key}, ${once.endpoint}, ${inputHash}, ${json}, ${once.now})`.execute(db)
      return json
    })
  } catch (error) {
    // A first try that went through makes the second one fail: on its key, or in the act ("already joined").
    const mayBeSecondTry = error instanceof Refusal || isUniqueViolation(error)
    const earlier = mayBeSecondTry ? await findEarlier(once, key) : undefined
    if (earlier === undefined) throw error
    if (earlier.endpoint !== once.endpoint || earlier.input_hash !== inputHash) {
      throw refusal('conflict', 'key-used-otherwise', 'This Idempotency-Key was used for something else.')
    }
    return earlier.reply
  }
}

function isUniqueViolation(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === UNIQUE_VIOLATION
}

async function findEarlier(once: OnceOnly, key: string) {
  const found = await sql<{ endpoint: string; input_hash: string; reply: string }>`
    select endpoint, input_hash, reply from platform.done_write
    where caller = ${once.caller} and key = ${key}`.execute(once.db)
  return found.rows[0]
}

/** Forgets replies older than anybody would try again. */
export async function forgetDoneWrites(db: Db, now: Temporal.Instant): Promise<void> {
  await sql`
    delete from platform.done_write where done_at < ${now.subtract({ hours: REMEMBERED_HOURS })}`.execute(db)
}
