// The addresses of people, and what imports believed about them.
import { sql } from 'kysely'
import type { MergedAddress } from '#contract/import'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import { newId } from '#platform/ids'
import { refusal } from '#platform/refusal'

export type PlannedAddress = {
  /** In lower case. */
  address: string
  personId: PersonId
  isPreferred: boolean
  /** How an import knew that this address is this person; undefined when a person or a chart said so. */
  evidence: string | undefined
  at: Temporal.Instant
}

/**
 * Gives people their addresses; one that somebody already has stays with them.
 * @returns the addresses that were free
 */
export async function addAddresses(db: Db, planned: readonly PlannedAddress[]): Promise<string[]> {
  if (planned.length === 0) return []
  const rows = JSON.stringify(planned.map((row) => ({ ...row, at: row.at.toString() })))
  const added = await sql<{ address: string }>`
    insert into people.address (address, person_id, is_preferred, evidence, added_at)
    select p.address, p."personId", p."isPreferred", p.evidence, p.at
    from jsonb_to_recordset(${rows}::jsonb)
      as p (address text, "personId" uuid, "isPreferred" boolean, evidence text, at timestamptz)
    on conflict (address) do nothing returning address`.execute(db)
  return added.rows.map((row) => row.address)
}

/** Takes it for certain that a merged address is its person's. @returns whether there was anything to confirm */
export async function confirmAddress(db: Db, address: string): Promise<boolean> {
  const confirmed = await sql`
    update people.address set evidence = null where address = ${address} and evidence is not null
    returning address`.execute(db)
  return confirmed.rows.length > 0
}

/**
 * Takes addresses as said by a chart, whatever showed them before, and prefers the one given first for each person.
 * Addresses that are somebody else's stay theirs.
 */
export async function confirmAddresses(
  db: Db,
  said: readonly { personId: PersonId; addresses: readonly string[] }[],
): Promise<void> {
  const stated = said.filter(({ addresses }) => addresses.length > 0)
  if (stated.length === 0) return
  await sql`
    update people.address a
    set is_preferred = a.address = said.addresses[1],
      evidence = case when a.address <> all (said.addresses) then a.evidence end
    from jsonb_to_recordset(${JSON.stringify(stated)}::jsonb) as said ("personId" uuid, addresses text[])
    where a.person_id = said."personId"
      and (a.is_preferred <> (a.address = said.addresses[1])
        or (a.evidence is not null and a.address = any (said.addresses)))`.execute(db)
}

/** Addresses that an import took for one person on evidence, newest first; of one person when one is given. */
export async function listMergedAddresses(
  db: Db,
  wanted: { personId: PersonId | undefined; limit: number },
): Promise<MergedAddress[]> {
  const whose = wanted.personId === undefined ? sql`true` : sql`a.person_id = ${wanted.personId}`
  type Row = Omit<MergedAddress, 'at'> & { at: Temporal.Instant }
  const found = await sql<Row>`
    select card.ref as person, a.address, a.evidence, a.added_at as at
    from people.address a join people.person_card card on card.id = a.person_id
    where a.evidence is not null and ${whose}
    order by a.added_at desc, a.address limit ${wanted.limit}`.execute(db)
  return found.rows.map((row) => ({ ...row, at: row.at.toString() }))
}

/**
 * Makes a person of their own out of an address that an import had merged: inactive, with the name of the one they
 * were taken for, until somebody says otherwise. What was said under the address is the caller's to move.
 * @throws Refusal `no-such-merge` when the address was not merged, `only-address` when nothing else would be left
 */
export async function splitAddress(
  db: Db,
  split: { address: string; at: Temporal.Instant },
): Promise<{ personId: PersonId; fromId: PersonId }> {
  const found = await sql<{ fromId: PersonId; name: string; hasOthers: boolean }>`
    select p.id as "fromId", p.name, exists (
      select from people.address other where other.person_id = p.id and other.address <> a.address
    ) as "hasOthers"
    from people.address a join people.person p on p.id = a.person_id
    where a.address = ${split.address.toLowerCase()} and a.evidence is not null
    for update of a, p`.execute(db)
  const merged = found.rows[0]
  if (merged === undefined) {
    throw refusal('not-found', 'no-such-merge', 'No import took this address for somebody.')
  }
  if (!merged.hasOthers) {
    throw refusal(
      'conflict',
      'only-address',
      'This is the only address of this person, so there is nothing to split.',
    )
  }
  const personId = newId<PersonId>(split.at)
  await sql`
    insert into people.person (id, name, is_active, created_at)
    values (${personId}, ${merged.name}, false, ${split.at})`.execute(db)
  await sql`
    update people.address set person_id = ${personId}, is_preferred = true, evidence = null
    where address = ${split.address.toLowerCase()}`.execute(db)
  return { personId, fromId: merged.fromId }
}
