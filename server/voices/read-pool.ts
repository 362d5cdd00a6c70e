// The SQL of a draw: who could be drawn, and what is known of the strata they are of. It looks at a bounded number of
// recent posts and at what was counted before, so it costs the same in a network of any size.
import { sql } from 'kysely'
import type { PersonId, PostId } from '#contract/ref'
import type { CardQuestion } from '#platform/cards'
import { type Distance, SILENT_DAYS } from './draw-voices.ts'
import { around, OUTSIDE_STEPS_MIN } from './read-cells.ts'

const RECENT_DAYS = 30
/** How many of the newest visible posts are looked at. */
const POSTS_SCANNED = 600
const TURNED_TO_DAYS = 365
/** A brief has room for no more of one person. */
const TURNS_MAX = 2

/** Where somebody stands, with empty texts for what is not known. */
export type Place = { unit: string; site: string; level: string; distance: Distance }

export type PoolVoice = Place & {
  postId: PostId
  authorId: PersonId
  at: Temporal.Instant
  /** 1 for the best that this person said. */
  turn: number
  worthCount: number
}

/** Everybody outside the reader's line who spoke of late and whom the reader has not heard, with the best they said. */
export async function readPool({ db, readerId, at }: CardQuestion): Promise<PoolVoice[]> {
  const found = await sql<PoolVoice>`
    with recent as materialized (
      select r.post_id, r.author_id, r.at
      from spaces.recent_post(${readerId}, ${daysBefore(at, RECENT_DAYS)}, ${at}, ${POSTS_SCANNED}) r
      where length(r.body) > 0
    ),
    author as materialized (select array_agg(distinct author_id) as ids from recent),
    unheard as materialized (
      select c.person_id from author, people.colleagues_of(${readerId}, author.ids) c
      where c.person_id not in (select h.author_id from author a, voices.heard(${readerId}, a.ids, ${at}) h)
        and c.person_id not in (
          select t.person_id from spaces.turned_to(${readerId}, ${daysBefore(at, TURNED_TO_DAYS)}, ${at}) t)
        and c.person_id not in (select n.person_id from people.near(${readerId}, ${OUTSIDE_STEPS_MIN - 1}) n)
        and not exists (select from voices.unsurfaced u where u.person_id = c.person_id)
    ),
    ${around(readerId, sql`select u.person_id from unheard u`)},
    -- As an array: PostgreSQL takes the unheard for few, and as a join would go through them for every post.
    said as materialized (
      select r.* from recent r where r.author_id = any (array(select person_id from unheard))
    ),
    ranked as (
      select s.post_id, s.author_id, s.at, coalesce(w.people_count, 0) as worth_count,
        row_number() over (
          partition by s.author_id order by coalesce(w.people_count, 0) desc, s.at desc, s.post_id
        )::int as turn
      from said s
      left join spaces.found_worth(array(select post_id from said), ${at}) w on w.said_id = s.post_id
    )
    select r.post_id as "postId", r.author_id as "authorId", r.at, r.turn, r.worth_count as "worthCount",
      p.unit, p.site, p.level, p.band as distance
    from ranked r join place p on p.person_id = r.author_id
    where r.turn <= ${TURNS_MAX}`.execute(db)
  return found.rows
}

export type PlaceFigures = Place & {
  /** Of the people of the network, as it was counted last. */
  peopleCount: number
  /** Of what the reader read in the days before today. */
  readCount: number
  /** Whole days since the reader read anything of it, up to `SILENT_DAYS`. */
  silentDays: number
}

export type Totals = { peopleTotal: number; readTotal: number }

/**
 * What is known of places as of the beginning of a day, so that a draw is the same all day. People near the reader are
 * taken out of what was counted, as they are no part of any of these strata.
 */
export async function readPlaces(
  { db, readerId, at }: CardQuestion,
  places: readonly Place[],
): Promise<{ places: PlaceFigures[]; totals: Totals }> {
  const today = at.toZonedDateTimeISO('UTC').toPlainDate()
  const yesterday = today.subtract({ days: 1 })
  const since = yesterday.subtract({ days: SILENT_DAYS })
  const found = await sql<PlaceFigures & Totals>`
    with heard as materialized (
      select h.author_id, sum(h.read_count)::int as read_count, max(h.day) as day
      from voices.heard_by(${readerId}, ${since.toString()}::date, ${yesterday.toString()}::date) h
      group by h.author_id
    ),
    ${around(readerId, sql`select author_id from heard union select person_id from near`)},
    asked as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(places)}::jsonb)
        as a (unit text, site text, level text, distance text)
    ),
    read as materialized (
      select p.unit, p.site, p.level, p.band, sum(h.read_count)::int as read_count, max(h.day) as day
      from heard h join place p on p.person_id = h.author_id
      group by p.unit, p.site, p.level, p.band
    ),
    nearby as materialized (
      select p.unit, p.site, p.level, count(*)::int as people_count
      from near n join place p on p.person_id = n.person_id
      where p.is_insider and p.top_id is not null
      group by p.unit, p.site, p.level
    )
    select a.unit, a.site, a.level, a.distance,
      greatest(0, coalesce(c.people_count, 0)
        - case when a.distance = 'three-or-more' then coalesce(n.people_count, 0) else 0 end) as "peopleCount",
      coalesce(r.read_count, 0) as "readCount",
      coalesce(${today.toString()}::date - r.day, ${SILENT_DAYS}) as "silentDays",
      coalesce((select k.people_count from voices.counted k), 0) as "peopleTotal",
      coalesce((select sum(h.read_count)::int from heard h), 0) as "readTotal"
    from asked a
    left join lateral (
      select sum(k.people_count)::int as people_count
      from voices.place_count k, me
      where k.unit = a.unit and k.location = a.site
        and k.level = case when a.level = '' then -1 else a.level::int end
        and (a.distance = 'three-or-more') = (k.top_id is not distinct from me.top_id and me.top_id is not null)
    ) c on true
    left join nearby n on n.unit = a.unit and n.site = a.site and n.level = a.level
    left join read r on r.unit = a.unit and r.site = a.site and r.level = a.level and r.band = a.distance`.execute(
    db,
  )
  const { peopleTotal = 0, readTotal = 0 } = found.rows[0] ?? {}
  return { places: found.rows, totals: { peopleTotal, readTotal } }
}

type PostWords = { postId: PostId; title: string | null; body: string }

/** What was said, as it read at that instant. */
export async function readWords(
  { db, readerId, at }: CardQuestion,
  postIds: readonly PostId[],
): Promise<Map<PostId, PostWords>> {
  const found = await sql<PostWords>`
    select p.post_id as "postId", p.title, p.body
    from spaces.post_as_of(${readerId}, ${postIds}::uuid[], ${at}) p`.execute(db)
  return new Map(found.rows.map((row) => [row.postId, row]))
}

function daysBefore(at: Temporal.Instant, days: number): Temporal.Instant {
  return at.subtract({ hours: 24 * days })
}
