// Search by words: the most telling first. The plan's scans find candidates among what the viewer may read, by the
// index of words alone; the best of those are read and ranked by how rare the found words are (BM25's inverse document
// frequency and its length term, k1 = 1.2 and b = .75, each word counted once), with more for words that stand together
// as they were typed, and for words of the title, for which it does not matter how long the text goes on.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId, SpaceId } from '#contract/ref'
import type { Db } from '#platform/db'
import { conditionsOf, mayBeIn, type Narrowing, type Table } from './search-filters.ts'
import { isNarrow, sourceOf } from './search-newest.ts'
import { anyOf, type MendedGroup, type Plan, planSearch, READ_MAX, type Scan } from './search-plan.ts'
import type { Statistics } from './search-words.ts'

/** A find and its rank: how telling it is, in hundredths of what finding every word in it would be, then how new. */
export type Ranked = { id: string; isReply: boolean; worth: number }
export type Edge = { worth: number; id: string }

export type Telling = {
  viewerId: PersonId
  groups: readonly MendedGroup[]
  statistics: Statistics
  narrowing: Narrowing
  after: Edge | undefined
  limit: number
  now: Temporal.Instant
}

export type Finds = {
  /** The page, one more than asked for where there is more. */
  ranked: Ranked[]
  /** How much was found of each typed word, by its place. */
  foundOf: Map<number, number>
}

/** So many candidates are read whole. */
const WEIGHED_MAX = 200
const TITLE_WEIGHT = 0.6
const TOGETHER_WEIGHT = 0.4

/** Finds what words stand in, the most telling first. */
export async function findTelling(db: Db, asked: Telling): Promise<Finds> {
  const plan = planSearch(asked.groups, asked.statistics)
  if (plan.scans.length === 0) return { ranked: [], foundOf: new Map() }
  const finds = await runPlan(db, asked, plan)
  const isComplete = plan.scans.every(({ share }) => share === 1) || isNarrow(asked.narrowing)
  if (isComplete || finds.ranked.length > asked.limit) return finds
  // Who sees little of what is new finds little among it; the little that they see can be looked through instead.
  const spaceIds = await fewSpacesOf(db, asked.viewerId)
  return spaceIds === undefined
    ? finds
    : runPlan(db, { ...asked, narrowing: { ...asked.narrowing, spaceIds } }, plan)
}

const FEW_SPACES = 500

/** The spaces that somebody reads, unless they are too many to look through. */
async function fewSpacesOf(db: Db, viewerId: PersonId): Promise<SpaceId[] | undefined> {
  const found = await sql<{ id: SpaceId }>`
    select v.space_id as id from spaces.visible_space(${viewerId}) v limit ${FEW_SPACES + 1}`.execute(db)
  return found.rows.length > FEW_SPACES ? undefined : found.rows.map(({ id }) => id)
}

async function runPlan(db: Db, asked: Telling, plan: Plan): Promise<Finds> {
  const { groups, statistics, after, limit, viewerId } = asked
  const scans = await Promise.all(plan.scans.map((scan) => scanOf(db, scan, asked)))
  const isAfter =
    after === undefined ? sql`true` : sql`(worth, id) < (${after.worth}::int, ${after.id}::uuid)`
  const result = await sql<{ ranked: Ranked[] | null; found: { place: number; count: number }[] | null }>`
    with visible as materialized (select v.space_id from spaces.visible_space(${viewerId}) v),
    hit as materialized (
      select id, is_reply, size, place, max(weight) as weight
      from (${sql.join(scans.flat(), sql` union all `)}) scanned cross join unnest(places) as place
      group by id, is_reply, size, place
    ),
    rarity as materialized (${rarityOf(questionsOf(groups, plan), statistics)}),
    best as materialized (${bestOf(statistics)}),
    weighed as (${weighed})
    select
      (select json_agg(json_build_object('id', page.id, 'isReply', page.is_reply, 'worth', page.worth))
        from (select * from weighed where ${isAfter} order by worth desc, id desc limit ${limit + 1}) page) as ranked,
      (select json_agg(json_build_object('place', place, 'count', hits)) from rarity) as found`.execute(db)
  const { ranked, found } = result.rows[0] ?? { ranked: null, found: null }
  return { ranked: ranked ?? [], foundOf: new Map((found ?? []).map(({ place, count }) => [place, count])) }
}

/**
 * Each word with its weight `x`. What is rare is counted among what the viewer sees; only of common words do the counts
 * of all spaces tell.
 */
function rarityOf(questions: readonly object[], { saidCount }: Statistics): RawBuilder<unknown> {
  return sql`
    select a.*, ln(1 + (total - least(n, total) + 0.5) / (least(n, total) + 0.5)) as x
    from (
      select q.*, (select count(*) from hit where hit.place = q.place) as hits
      from jsonb_to_recordset(${JSON.stringify(questions)}::jsonb)
        as q (place int, query tsquery, title tsquery, "saidCount" int, "isCounted" boolean)
    ) a
    cross join lateral (
      select ${powerOfTwo(saidCount)}::real as total,
        case when a."isCounted" then a.hits else greatest(a.hits, a."saidCount") end as n
    ) counted`
}

/** The candidates that the index alone ranks best, with all that is known of them so far. */
function bestOf({ sizeMean }: Statistics): RawBuilder<unknown> {
  const brevity = sql`1.6 / (0.6 * (0.25 + 0.75 * h.size / ${sizeMean}::real) + 1)`
  return sql`
    select h.id, h.is_reply, array_agg(h.place) as places, sum(h.weight * r.x) as total, ${brevity} as brevity
    from hit h join rarity r on r.place = h.place
    group by h.id, h.is_reply, h.size
    order by sum(h.weight * r.x) * ${brevity} desc, h.id desc
    limit ${WEIGHED_MAX}`
}

/** The vector of `b`, a post or a reply. */
const vectorOfBest = sql`
  select p.found_by from spaces.post p where not b.is_reply and p.id = b.id
  union all
  select r.found_by from spaces.reply r where b.is_reply and r.id = b.id`

/** The best, weighed by all that was asked: common words too, words of the title, and words side by side as typed. */
const weighed = sql`
  select b.id, b.is_reply, round((
    100 * (b.brevity * (b.total + more.total + together.total) + title.total) / (select sum(x) from rarity)
  )::numeric)::int as worth
  from best b
  cross join lateral (${vectorOfBest}) w
  cross join lateral (
    select coalesce(sum(r.x), 0) as total from rarity r
    where not r."isCounted" and not r.place = any (b.places) and w.found_by @@ r.query
  ) more
  cross join lateral (
    select coalesce(sum(r.x * (${TITLE_WEIGHT}::real + greatest(0, 1 - b.brevity))), 0) as total from rarity r
    where not b.is_reply and w.found_by @@ r.title
  ) title
  cross join lateral (
    select coalesce(sum(least(one.x, other.x) * ${TOGETHER_WEIGHT}::real), 0) as total
    from rarity one join rarity other on other.place = one.place + 1
    where w.found_by @@ (one.query <-> other.query)
  ) together`

function questionsOf(groups: readonly MendedGroup[], { countedPlaces }: Plan) {
  return groups
    .filter(({ isExcluded }) => !isExcluded)
    .map(({ place, queries, mended = [], saidCount }) => {
      const query = anyOf([...queries, ...mended])
      return { place, query, title: inTitle(query), saidCount, isCounted: countedPlaces.has(place) }
    })
}

/** A query that is met by words of titles alone. */
function inTitle(query: string): string {
  return query.replace(/('(?:[^']|'')+')(:\*)?/g, (_, word: string, star = ':') => `${word}${star}A`)
}

/** So coarse that nothing one person writes unseen moves what another finds. */
function powerOfTwo(count: number): number {
  return 2 ** Math.ceil(Math.log2(Math.max(2, count)))
}

/** A scan among posts and among replies, as far as either can be meant. */
async function scanOf(db: Db, scan: Scan, { narrowing, now }: Telling): Promise<RawBuilder<unknown>[]> {
  // What a person or a space said is little enough to be looked through without the index of words.
  const isSmall = scan.share < 1 && isNarrow(narrowing)
  const days = scan.share < 1 && !isSmall ? await newestDays(db, scan.share, now) : []
  const query = days.length === 0 ? scan.query : `${scan.query} & ${anyOf(days.map((day) => `'${day}'`))}`
  const among = (table: Table) => sql`(
    select w.id, ${sql.lit(table === 'reply')} as is_reply, octet_length(w.body) as size,
      ${scan.places}::int[] as places, ${scan.weight}::real as weight
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
  const found = await sql<{ word: string }>`
    select word from (
      select e.word,
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
