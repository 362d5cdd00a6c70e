// Addresses by which one person replies in one thread, posts in one space, or does what a room offers. They name a row
// and carry a signature, so that nobody can make one up or turn one into another.
import { createHmac, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import type { PersonId, PostId, SpaceId } from '#contract/ref'
import type { Db } from '#platform/db'
import { readSecret } from '#platform/secret'
import { findDomain, type MailSettings } from './ways.ts'

/** What an address is good for; the person is whose mail may come to it. */
export type Bound = { personId: PersonId; postId: PostId | undefined; spaceId: SpaceId | undefined }
/** An act that a room offers, with what was noted for it. */
export type BoundAct = { personId: PersonId; act: string; facts: Readonly<Record<string, unknown>> }

/** 80 bits: a local part has at most 64 characters, and some mail programs write it in small letters. */
const SIGNATURE_CHARACTERS = 20
const SIGNED = /^(?:reply|post)\+([0-9a-z]{1,13})\.([0-9a-f]{20})$/

/**
 * The address at which this person's mail becomes a reply in this thread.
 * @returns undefined where mail cannot come in
 */
export async function replyAddressFor(
  db: Db,
  settings: MailSettings,
  { personId, postId }: { personId: PersonId; postId: PostId },
): Promise<string | undefined> {
  return addressFor(db, settings, { personId, postId, spaceId: undefined })
}

/** The address at which this person's mail becomes a post in this space; undefined where mail cannot come in. */
export async function spaceAddressFor(
  db: Db,
  settings: MailSettings,
  { personId, spaceId }: { personId: PersonId; spaceId: SpaceId },
): Promise<string | undefined> {
  return addressFor(db, settings, { personId, postId: undefined, spaceId })
}

type WantedActs = Omit<BoundAct, 'facts'> & {
  /** Those of each address. */
  facts: readonly BoundAct['facts'][]
  expiresAt: Temporal.Instant
}

/**
 * Addresses at which this person's mail does an act, one for each of the facts and in their order.
 * @returns undefined where mail cannot come in
 */
export async function actAddressesFor(
  db: Db,
  settings: MailSettings,
  { personId, act, facts, expiresAt }: WantedActs,
): Promise<string[] | undefined> {
  const domain = await findDomain(db, settings)
  if (domain === undefined) return undefined
  const written = await sql<{ number: number }>`
    insert into mail.signed_address (person_id, act, facts, expires_at)
    select ${personId}, ${act}, noted, ${expiresAt}
    from unnest(${facts.map((each) => JSON.stringify(each))}::jsonb[]) with ordinality as given (noted, place)
    order by place returning number`.execute(db)
  const secret = await readSecret(db, 'mail')
  // Numbers are given in the order of the rows, whatever the order in which they are told.
  const numbers = written.rows.map(({ number }) => number).toSorted((one, other) => one - other)
  return numbers.map((number) => {
    const signature = signatureOf(secret, { personId, postId: undefined, spaceId: undefined, act, number })
    return `reply+${number.toString(36)}.${signature}@${domain}`
  })
}

async function addressFor(db: Db, settings: MailSettings, bound: Bound): Promise<string | undefined> {
  const domain = await findDomain(db, settings)
  if (domain === undefined) return undefined
  const number = await numberOf(db, bound)
  const verb = bound.postId === undefined ? 'post' : 'reply'
  const signature = signatureOf(await readSecret(db, 'mail'), { ...bound, number })
  return `${verb}+${number.toString(36)}.${signature}@${domain}`
}

async function numberOf(db: Db, bound: Bound): Promise<number> {
  const { personId } = bound
  const postId = bound.postId ?? null
  const spaceId = bound.spaceId ?? null
  const find = async () => {
    const found = await sql<{ number: number }>`
      select number from mail.signed_address
      where person_id = ${personId} and post_id is not distinct from ${postId}::uuid
        and space_id is not distinct from ${spaceId}::uuid`.execute(db)
    return found.rows[0]?.number
  }
  const known = await find()
  if (known !== undefined) return known
  await sql`
    insert into mail.signed_address (person_id, post_id, space_id) values (${personId}, ${postId}, ${spaceId})
    on conflict do nothing`.execute(db)
  const written = await find()
  if (written === undefined) throw new Error('an address was written and is gone')
  return written
}

/**
 * What the local part of an address stands for.
 * @returns undefined for one that was never given, whatever is wrong with it
 */
export async function readSignedAddress(db: Db, localPart: string): Promise<Bound | BoundAct | undefined> {
  const [, digits, signature] = SIGNED.exec(localPart.toLowerCase()) ?? []
  const number = Number.parseInt(digits ?? '', 36)
  if (signature === undefined || !Number.isSafeInteger(number)) return undefined
  const found = await sql<Row>`
    select person_id as "personId", post_id as "postId", space_id as "spaceId", act, facts
    from mail.signed_address where number = ${number}`.execute(db)
  const row = found.rows[0]
  if (row === undefined) return undefined
  const { personId, act, facts } = row
  const bound = { personId, postId: row.postId ?? undefined, spaceId: row.spaceId ?? undefined }
  const expected = signatureOf(await readSecret(db, 'mail'), { ...bound, number, act: act ?? undefined })
  if (!timingSafeEqual(Buffer.from(signature), Buffer.from(expected))) return undefined
  return act === null ? bound : { personId, act, facts: facts ?? {} }
}

type Row = {
  personId: PersonId
  postId: PostId | null
  spaceId: SpaceId | null
  act: string | null
  facts: BoundAct['facts'] | null
}

function signatureOf(
  secret: string,
  { number, personId, postId, spaceId, act }: Bound & { number: number; act?: string | undefined },
): string {
  const bound = ['address', number, personId, postId ?? '', spaceId ?? '']
  const signed = (act === undefined ? bound : [...bound, act]).join(' ')
  return createHmac('sha256', secret).update(signed).digest('hex').slice(0, SIGNATURE_CHARACTERS)
}
