// The SQL of who was heard: what was read, and what the network is made of, counted by cell of each dimension.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { HeardBy } from '#contract/voices'
import type { Db } from '#platform/db'

/** Of whom, after which day and up to which one, both in UTC. */
export type Span = { readerId: PersonId; since: Temporal.PlainDate; until: Temporal.PlainDate }

export type ReadCell = { month: string; by: HeardBy; key: string; readCount: number }
export type ReadTotal = { month: string; readTotal: number; voiceTotal: number }
export type NetworkCell = { by: HeardBy; key: string; networkCount: number }

/** Nearer than this is the reader's own line: reports, their reports, peers. */
export const OUTSIDE_STEPS_MIN = 3

/** Which dimension of place a grouped row is of. */
const byPlace = sql`
  when grouping(band) = 0 then 'distance' when grouping(unit) = 0 then 'unit'
  when grouping(site) = 0 then 'site' when grouping(level) = 0 then 'level'`

/** What somebody read, by cell of each dimension; by month as well where that is asked for. */
export async function readCells(
  db: Db,
  span: Span & { isByMonth: boolean },
): Promise<{ cells: ReadCell[]; totals: ReadTotal[] }> {
  const month = span.isByMonth ? sql`to_char(h.day, 'YYYY-MM')` : sql`''::text`
  const found = await sql<Omit<ReadCell, 'by'> & { by: HeardBy | null; voiceTotal: number }>`
    with heard as materialized (
      select * from voices.heard_by(${span.readerId}, ${span.since.toString()}::date, ${span.until.toString()}::date)
    ),
    ${around(span.readerId, sql`select distinct author_id from heard`)},
    placed as (
      select ${month} as month, h.author_id, h.language, h.read_count, p.unit, p.site, p.level, p.band
      from heard h join place p on p.person_id = h.author_id
    )
    select month, case ${byPlace} when grouping(language) = 0 then 'language' end as by,
      coalesce(band, unit, site, level, language) as key, sum(read_count)::int as "readCount",
      count(distinct author_id)::int as "voiceTotal"
    from placed
    group by grouping sets ((month), (month, band), (month, unit), (month, site), (month, level), (month, language))
    order by month`.execute(db)
  return {
    cells: found.rows.flatMap(({ by, month, key, readCount }) =>
      by === null ? [] : { month, by, key, readCount },
    ),
    totals: found.rows.flatMap(({ by, month, readCount, voiceTotal }) =>
      by === null ? { month, readTotal: readCount, voiceTotal } : [],
    ),
  }
}

/**
 * What the network is made of around somebody, who is not counted. What was counted of it is put right by those near:
 * they are few, and no count knows them.
 */
export async function readNetworkCells(db: Db, readerId: PersonId): Promise<NetworkCell[]> {
  const found = await sql<NetworkCell>`
    with ${around(readerId, sql`select person_id from near`)},
    counted (band, unit, site, level, count) as (
      select case when n.top_id = me.top_id then 'three-or-more' else 'elsewhere' end, n.unit, n.location,
        case when n.level >= 0 then n.level::text else '' end, n.people_count
      from voices.network_place n cross join me
      union all
      select case when p.top_id is null then 'elsewhere' else 'three-or-more' end, p.unit, p.site, p.level, -1
      from place p where p.is_insider
      union all
      select p.band, p.unit, p.site, p.level, 1
      from place p where p.is_insider and p.person_id <> ${readerId}
    )
    select case ${byPlace} end as by, coalesce(band, unit, site, level) as key,
      greatest(0, sum(count))::int as "networkCount"
    from counted group by grouping sets ((band), (unit), (site), (level))
    union all
    select 'language', language, said_count from voices.language_count`.execute(db)
  return found.rows
}

/**
 * `near`: who stands near the reader, with their steps. `me`: the top of the reader's tree. `place`: where each of the
 * people asked for stands, with empty texts for what is not known.
 */
export function around(readerId: PersonId, people: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    near as materialized (
      select d.person_id, d.distance
      from people.distances(
        ${readerId}, array(select n.person_id from people.near(${readerId}, ${OUTSIDE_STEPS_MIN - 1}) n)
      ) d
    ),
    me as materialized (select top_id from people.places(array[${readerId}]::uuid[])),
    place as materialized (
      select p.person_id, p.top_id, p.is_insider, coalesce(p.unit, '') as unit, coalesce(p.location, '') as site,
        coalesce(p.level::text, '') as level,
        case
          when n.distance <= 1 then 'your-reports' when n.distance = 2 then 'two-steps'
          when p.top_id = me.top_id then 'three-or-more' else 'elsewhere'
        end as band
      from people.places(array(${people})) p cross join me left join near n on n.person_id = p.person_id
    )`
}
