// Everybody in the network with all that an import compares: for plans that are made before anything is changed.
import { sql } from 'kysely'
import type { PersonId, Role } from '#contract/ref'
import type { Db } from '#platform/db'

export type NetworkPerson = {
  id: PersonId
  externalKey: string | null
  name: string
  title: string | null
  unit: string | null
  location: string | null
  country: string | null
  timeZone: string | null
  languages: string[]
  managerId: PersonId | null
  roles: Role[]
  isActive: boolean
  isAutomatic: boolean
  /** In lower case, the preferred first. */
  addresses: string[]
  /** Those of the addresses that an import gave on evidence. */
  mergedAddresses: string[]
}

export async function listEverybody(db: Db): Promise<NetworkPerson[]> {
  const found = await sql<NetworkPerson>`
    select p.id, p.external_key as "externalKey", p.name, p.title, p.unit, p.location, p.country,
      p.time_zone as "timeZone", p.languages, p.manager_id as "managerId", p.roles, p.is_active as "isActive",
      p.is_automatic as "isAutomatic", coalesce(a.addresses, '{}') as addresses,
      coalesce(a.merged, '{}') as "mergedAddresses"
    from people.person p left join (
      select person_id, array_agg(address order by is_preferred desc, added_at, address) as addresses,
        array_agg(address) filter (where evidence is not null) as merged
      from people.address group by person_id
    ) a on a.person_id = p.id
    order by p.created_at, p.id`.execute(db)
  return found.rows
}
