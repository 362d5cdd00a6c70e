// How far people stand from one person in the reporting tree, and what the network is made up of around them.
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'

/** Steps from one person to each of many; those who share no tree with that person are left out. */
export async function distancesFrom(
  db: Db,
  from: PersonId,
  to: readonly PersonId[],
): Promise<Map<PersonId, number>> {
  const found = await sql<{ id: PersonId; distance: number }>`
    select d.person_id as id, d.distance from people.distances(${from}, ${to}::uuid[]) d`.execute(db)
  return new Map(found.rows.map((row) => [row.id, row.distance]))
}

/** How many active people stand around one person, who is not counted. */
export type MakeUp = {
  /** Direct reports. */
  reports: number
  /** Two steps away: reports of reports, those with the same manager, and that manager's manager. */
  twoSteps: number
  /** In the same reporting tree, at whatever distance. */
  inTree: number
  /** In the whole network. */
  total: number
}

/** The make-up of the network as seen from one person. Automatic senders are nobody. */
export async function makeUp(db: Db, personId: PersonId): Promise<MakeUp> {
  const found = await sql<MakeUp>`
    with recursive me as (select id, manager_id from people.person where id = ${personId}),
    top as (select l.person_id as id from people.line_above(${personId}) l order by l.steps desc limit 1),
    -- This union drops whom it has met before, so a circle in a broken chart ends.
    tree (id) as (
      select top.id from top
      union
      select p.id from tree join people.person p on p.manager_id = tree.id
    ),
    near (id, steps) as (
      select p.id, 1 from people.person p join me on p.manager_id = me.id
      union select r.id, 2 from people.person p join me on p.manager_id = me.id
        join people.person r on r.manager_id = p.id
      union select p.id, 2 from people.person p join me on p.manager_id = me.manager_id
      union select m.manager_id, 2 from people.person m join me on m.id = me.manager_id where m.manager_id is not null
    ),
    counted as (
      select p.id from people.person p where p.is_active and not p.is_automatic and p.id <> ${personId}
    )
    select
      (select count(*) from near join counted using (id) where steps = 1) as reports,
      (select count(*) from near join counted using (id) where steps = 2) as "twoSteps",
      (select count(*) from tree join counted using (id)) as "inTree",
      (select count(*) from counted) as total`.execute(db)
  return found.rows[0] ?? { reports: 0, twoSteps: 0, inTree: 0, total: 0 }
}
