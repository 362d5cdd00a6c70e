// In whose shoes one may look around the sample company. Only a sample network has any, whatever the table holds.
import { sql } from 'kysely'
import type { Shoes } from '#contract/auth'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import { type Refusal, refusal } from '#platform/refusal'
import { findNetwork } from '#rooms/people'

/** Shoes as the sample company lays them out. */
export type LaidOut = { personId: PersonId; as: string; sees: string }

const SHOWN_MAX = 20

/** Lays out the shoes of a sample network, in this order. Call it once, where its people have come in. */
export async function layOutShoes(db: Db, shoes: readonly LaidOut[]): Promise<void> {
  const rows = JSON.stringify(shoes.map((each, position) => ({ ...each, position })))
  await sql`
    insert into auth.shoes (person_id, position, worn_as, sees)
    select s."personId", s.position, s."as", s.sees
    from jsonb_to_recordset(${rows}::jsonb) as s ("personId" uuid, position int, "as" text, sees text)`.execute(
    db,
  )
}

/** The shoes of those who may still come in. */
export async function findShoes(db: Db): Promise<Shoes[]> {
  const found = await sql<Shoes>`
    select card.ref as person, s.worn_as as "as", s.sees
    from auth.shoes s join people.person_card card on card.id = s.person_id and card.is_active
    order by s.position limit ${SHOWN_MAX}`.execute(db)
  return found.rows
}

/** @throws Refusal `no-sample` in every network that is somebody's own */
export async function requireSample(db: Db): Promise<void> {
  if (!(await findNetwork(db))?.isSample) throw noSample()
}

export function noSample(): Refusal {
  return refusal(
    'not-found',
    'no-sample',
    'This is not the sample company, so nobody lends their shoes here.',
  )
}
