// The key of a week: made when it is first needed, the same for all processes and all people.
import { generateKeyPair } from 'node:crypto'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { MODULUS_BITS, PEOPLE_MIN, periodOf, type WeekKey } from './token.ts'

const makeKeys = promisify(generateKeyPair)

export async function readWeekKey(db: Db, now: Temporal.Instant): Promise<WeekKey> {
  const period = periodOf(now)
  const known = await findWeekKey(db, period)
  if (known !== undefined) return known
  const made = await makeKeys('rsa', {
    modulusLength: MODULUS_BITS,
    publicKeyEncoding: { format: 'der', type: 'spki' },
    privateKeyEncoding: { format: 'der', type: 'pkcs8' },
  })
  // Processes that make one at the same time take turns on the row, and all read the one that was first.
  await sql`
    insert into answers.token_key (period, private_key, public_key)
    values (${period}, ${made.privateKey.toString('base64url')}, ${made.publicKey.toString('base64url')})
    on conflict do nothing`.execute(db)
  const kept = await findWeekKey(db, period)
  if (kept === undefined) throw new Error('the key of the week is gone')
  return kept
}

async function findWeekKey(db: Db, period: string): Promise<WeekKey | undefined> {
  const found = await sql<WeekKey>`
    select period, private_key as "privateKey", public_key as "publicKey"
    from answers.token_key where period = ${period}`.execute(db)
  return found.rows[0]
}

/** Whether so many people hold tokens of this week that one of them cannot be told from the others. */
export async function areEnoughPeople(db: Db, period: string): Promise<boolean> {
  const found = await sql`
    select from answers.tokens_given g
    join people.insider i on i.id = g.person_id
    where g.period = ${period} limit ${PEOPLE_MIN}`.execute(db)
  return found.rows.length === PEOPLE_MIN
}
