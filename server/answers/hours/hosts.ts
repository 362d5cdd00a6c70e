// Who may be the host of office hours: executives of the house. They offer them, or whoever prepares for them does.
import { sql } from 'kysely'
import type { PersonId, PersonRef } from '#contract/ref'
import type { Ctx } from '#platform/ctx'

/** For whom the viewer may offer office hours, oneself first. */
export async function findHosts({ db, viewer }: Ctx): Promise<PersonRef[]> {
  const viewerId: PersonId = viewer.personId
  const found = await sql<{ ref: PersonRef }>`
    select card.ref
    from people.person_card card
    join people.insider i on i.id = card.id
    join people.standing s on s.id = card.id and 'executive' = any (s.roles)
    where card.id = ${viewerId}
      or card.id in (select d.executive_id from people.preparing d where d.delegate_id = ${viewerId})
    order by (card.id = ${viewerId}) desc, card.ref ->> 'name', card.id`.execute(db)
  return found.rows.map(({ ref }) => ref)
}
