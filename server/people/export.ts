// What people keep of themselves here: their profile and addresses.
import { sql } from 'kysely'
import { jsonOne, type OwnData, type OwnQuestion } from '#platform/own-data'

async function readProfile({ db, personId }: OwnQuestion): Promise<unknown> {
  const found = await sql<{ profile: unknown }>`
    select json_build_object(
      'id', p.id, 'name', p.name, 'title', p.title, 'unit', p.unit, 'location', p.location, 'country', p.country,
      'organisation', p.organisation, 'timeZone', p.time_zone, 'languages', p.languages, 'language', p.language, 'about', p.about,
      'purpose', p.purpose, 'roles', p.roles, 'since', p.created_at,
      'manager', (select m.name from people.person m where m.id = p.manager_id),
      'addresses', array(select a.address from people.address a where a.person_id = p.id order by a.is_preferred desc, a.address),
      'stay', (select json_build_object('sponsor', s.name, 'invitedAt', g.invited_at, 'endsAt', g.ends_at)
        from people.guest g left join people.person s on s.id = g.sponsor_id where g.person_id = p.id)
    ) as profile
    from people.person p where p.id = ${personId}`.execute(db)
  return found.rows[0]?.profile ?? {}
}

export const peopleOwnData: OwnData = {
  entries: async function* (asked) {
    yield jsonOne('profile.json', await readProfile(asked))
  },
  // A profile tells who said what; what becomes of it was chosen when they left.
  forget: async () => {},
}
