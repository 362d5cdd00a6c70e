// Search by words: the most telling first. Candidates are drawn by the plan among what the viewer may read, and are
// ranked by how rare the found words are (BM25's inverse document frequency and its length term, k1 = 1.2 and b = .75,
// with each word counted once).
import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import { conditionsOf, mayBeIn, type Narrowing, type Table } from './search-filters.ts'
import { isNarrow, sourceOf } from './search-newest.ts'
import { anyOf, type Draw, planSearch, READ_MAX } from './search-plan.ts'
import type { Statistics, WordGroup } from './search-words.ts'

/** A find and its rank: how telling it is, in hundredths of the most that could be, then how new. */
export type Ranked = { id: string; isReply: boolean; worth: number }
export type Edge = { worth: number; id: string }

/** Words that are looked for beside those that were typed weigh half. */
export type MendedGroup = WordGroup & { mended?: readonly string[] }

export type Telling = {
  viewerId: PersonId
  groups: readonly MendedGroup[]
  statistics: Statistics
  narrowing: Narrowing
  after: Edge | undefined
  limit: number
  now: Temporal.Instant
}

const MENDED_WEIGHT = 0.5
const TITLE_WEIGHT = 0.6

/** @returns the page, one more than asked for where there is more, and how much was found of each typed word, by place */
export async function findTelling(
  db: Db,
  asked: Telling,
): Promise<{ ranked: Ranked[]; foundOf: Map<number, number> }> {
  const { groups, statistics, after, limit, viewerId } = asked
  const plan = planSearch(groups.map(withMended), statistics)
  if (plan.draws.length === 0) return { ranked: [], foundOf: new Map() }
  const wanted = groups.filter(({ isExcluded }) => !isExcluded)
  const rows = wanted.flatMap(({ place, queries, mended = [], saidCount }) => [
    { place, query: anyOf(queries), weight: 1, saidCount },
    ...(mended.length === 0 ? [] : [{ place, query: anyOf(mended), weight: MENDED_WEIGHT, saidCount }]),
  ])
  const draws = await Promise.all(plan.draws.map((draw) => drawOf(db, draw, asked)))
  const result = await sql<{ ranked: Ranked[] | null; found: { place: number; count: number }[] | null }>`
    with visible as materialized (select v.space_id from spaces.visible_space(${viewerId}) v),
    drawn as (${sql.join(draws.flat(), sql` union all `)}),
    candidate as materialized (select distinct on (id) id, is_reply, found_by from drawn),
    asked as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as a (place int, query tsquery, weight real, "saidCount" int)
    ),
    hit as materialized (
      select c.id, a.place, max(a.weight) as weight,
        max(case when not c.is_reply and ts_filter(c.found_by, '{a}') @@ a.query then ${TITLE_WEIGHT}::real else 0 end) as title
      from candidate c join asked a on c.found_by @@ a.query
      group by c.id, a.place
    ),
    counted as (
      select a.place, max(a."saidCount") as said_count, (select count(*) from hit where hit.place = a.place) as hits
      from asked a group by a.place
    ),
    -- What is rare is counted among what the viewer sees; only of common words do the counts of all spaces tell.
    rarity as materialized (
      select place, hits, ln(1 + (total - least(n, total) + 0.5) / (least(n, total) + 0.5)) as x
      from (
        select place, hits, ${powerOfTwo(statistics.saidCount)}::real as total,
          case when place = any (${[...plan.countedPlaces]}::int[]) then hits else greatest(hits, said_count) end as n
        from counted
      ) numbers
    ),
    ranked as (
      select c.id, c.is_reply, round((
        100 * sum(hit.weight * (1 + hit.title) * rarity.x) / max(most.total) * 1.6
        / (0.6 * (0.25 + 0.75 * length(c.found_by) / ${statistics.wordsMean}::real) + 1)
      )::numeric)::int as worth
      from candidate c
      join hit on hit.id = c.id join rarity on rarity.place = hit.place
      cross join (select sum(x) as total from rarity) most
      group by c.id, c.is_reply, c.found_by
    )
    select
      (select json_agg(json_build_object('id', page.id, 'isReply', page.is_reply, 'worth', page.worth))
        from (
          select * from ranked
          where ${after === undefined ? sql`true` : sql`(worth, id) < (${after.worth}::int, ${after.id}::uuid)`}
          order by worth desc, id desc limit ${limit + 1}
        ) page) as ranked,
      (select json_agg(json_build_object('place', place, 'count', hits)) from rarity) as found`.execute(db)
  const { ranked, found } = result.rows[0] ?? { ranked: null, found: null }
  return { ranked: ranked ?? [], foundOf: new Map((found ?? []).map(({ place, count }) => [place, count])) }
}

function withMended(group: MendedGroup): WordGroup {
  return { ...group, queries: [...group.queries, ...(group.mended ?? [])] }
}

/** So coarse that nothing one person writes unseen moves what another finds. */
function powerOfTwo(count: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, count)))
}

/** A draw among posts and among replies, as far as either can be meant. */
async function drawOf(db: Db, draw: Draw, { narrowing, now }: Telling): Promise<RawBuilder<unknown>[]> {
  // What a person or a space said is little enough to be looked through without the words' index.
  const isSmall = draw.share < 1 && isNarrow(narrowing)
  const days = draw.share < 1 && !isSmall ? await newestDays(db, draw.share, now) : []
  const query = days.length === 0 ? draw.query : `${draw.query} & ${anyOf(days.map((day) => `'${day}'`))}`
  const among = (table: Table) => sql`(
    select w.id, ${sql.lit(table === 'reply')} as is_reply, w.found_by
    from ${isSmall ? sql`(${sourceOf(table, narrowing)})` : sql.raw(`spaces.${table}`)} w
    where w.found_by @@ ${query}::tsquery and w.deleted_at is null and ${conditionsOf(table, narrowing)}
      and w.space_id in (select space_id from visible)
    limit ${READ_MAX})`
  return (['post', 'reply'] as const).filter((table) => mayBeIn(table, narrowing)).map(among)
}

const DAYS_MAX = 60

/**
 * The marks of the newest days, or months where days would be too many, in which at least a share of all was said.
 * Today and yesterday may not be counted yet, and are always among them.
 */
async function newestDays(db: Db, share: number, now: Temporal.Instant): Promise<string[]> {
  const found = await sql<{ word: string; before: number; total: number }>`
    select word, before, total from (
      select e.word, length(e.word) as size,
        sum(e.said_count) over newest_first - e.said_count as before,
        sum(e.said_count) over (partition by length(e.word)) as total
      from spaces.word_count e
      where e.word ~>=~ '/0' and e.word ~<~ '/:'
      window newest_first as (partition by length(e.word) order by e.word desc)
    ) eras
    where before < total * ${share}::real`.execute(db)
  const words = found.rows.map(({ word }) => word)
  const days = words.filter((word) => word.length === '/2026-03-02'.length)
  const months = words.filter((word) => word.length === '/2026-03'.length)
  const today = now.toZonedDateTimeISO('UTC')
  const fresh = [today, today.subtract({ days: 1 })].map((day) => day.toPlainDate().toString())
  return days.length <= DAYS_MAX
    ? [...new Set([...days, ...fresh.map((day) => `/${day}`)])]
    : [...new Set([...months, ...fresh.map((day) => `/${day.slice(0, 7)}`)])]
}
