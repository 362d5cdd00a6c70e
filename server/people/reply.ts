// A profile as its reader sees it.
import { sql } from 'kysely'
import type { Person } from '#contract/people'
import type { PersonId, PersonRef } from '#contract/ref'
import { type Ctx, isAdministrator } from '#platform/ctx'

/** Direct reports named on a profile; there is a count beside them. */
const REPORTS_SHOWN_MAX = 100

type ProfileRow = Omit<Person, keyof PersonRef | 'isYou' | 'may'> & { ref: PersonRef }

/** The profile of a person that the viewer was found to be allowed to see. */
export async function toReply(ctx: Ctx, id: PersonId): Promise<Person> {
  const found = await sql<ProfileRow>`
    select card.ref, p.roles, p.about, p.purpose, p.country, p.time_zone as "timeZone", p.languages,
      array(select a.address from people.address a where a.person_id = p.id
        order by a.is_preferred desc, a.address) as addresses,
      (select manager.ref from people.person_card manager where manager.id = p.manager_id) as manager,
      array(select report.ref from people.person r join people.person_card report on report.id = r.id
        where r.manager_id = p.id and r.is_active
        order by lower(r.name), r.id limit ${REPORTS_SHOWN_MAX}) as reports,
      (select count(*) from people.person r where r.manager_id = p.id and r.is_active) as "reportCount",
      (select d.distance from people.distances(${ctx.viewer.personId}, array[p.id]) d) as distance
    from people.person p join people.person_card card on card.id = p.id
    where p.id = ${id}`.execute(ctx.db)
  const row = found.rows[0]
  if (row === undefined) throw new Error(`the profile ${id} is gone`)
  const { ref, ...profile } = row
  const isYou = id === ctx.viewer.personId
  const administers = isAdministrator(ctx.viewer)
  return { ...ref, ...profile, isYou, may: { edit: isYou || administers, changeRoles: administers } }
}
