// Which questions stand on a page of a shelf: each stretch read in the order of its index, only what may be seen.
import { type RawBuilder, sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { library, Shelf } from '#contract/library'
import type { PostId } from '#contract/ref'
import { type Ctx, isGuest } from '#platform/ctx'
import { todayOf } from '../standing/today.ts'
import { type Edge, stretchesOf } from './shelves.ts'

export type Filter = Pick<InputOf<typeof library.listLibrary>, 'spaceId' | 'topic' | 'answeredBy'>
export type Shelved = { postId: PostId; key: string; stretch: number }

/** So many threads that name a topic are looked through, those with the latest words first. */
const TOPIC_THREADS_MAX = 10_000

type Wanted = { shelf: Shelf; filter: Filter; edge: Edge; limit: number }

/** At most `limit` questions from an edge on. */
export async function findShelved(ctx: Ctx, { shelf, filter, edge, limit }: Wanted): Promise<Shelved[]> {
  const found: Shelved[] = []
  const stretches = stretchesOf(shelf, String(todayOf(ctx)))
  for (let stretch = edge.stretch; stretch < stretches.length && found.length < limit; stretch += 1) {
    const part = stretches[stretch]
    if (part === undefined) break
    const after = stretch === edge.stretch ? edge.after : undefined
    const isAfter =
      after === undefined
        ? sql`true`
        : sql`(${part.key}, s.post_id) < (${after.key}::${part.type}, ${after.id}::uuid)`
    const rows = await sql<Omit<Shelved, 'stretch'>>`
      ${source(ctx, filter, {
        which: sql<boolean>`${part.which} and ${isAfter} and ${narrowed(filter)}`,
        key: part.key,
        // The database's days would come as times of this machine's zone.
        shown: shelf === 'stale' ? sql`::text` : sql``,
        limit: limit - found.length,
      })}`.execute(ctx.db)
    found.push(...rows.rows.map((row) => ({ ...row, key: String(row.key), stretch })))
  }
  return found
}

function narrowed({ spaceId, answeredBy }: Filter): RawBuilder<unknown> {
  const inSpace = spaceId === undefined ? sql`true` : sql`s.space_id = ${spaceId}`
  return answeredBy === undefined ? inSpace : sql`${inSpace} and s.answered_by = ${answeredBy}`
}

type Part = {
  which: RawBuilder<boolean>
  key: RawBuilder<unknown>
  shown: RawBuilder<unknown>
  limit: number
}

function source(
  ctx: Ctx,
  { topic, spaceId }: Filter,
  { which, key, shown, limit }: Part,
): RawBuilder<unknown> {
  const viewerId = ctx.viewer.personId
  const isSeen = sql`exists (select from spaces.visible_space(${viewerId}) v where v.space_id = s.space_id)`
  const inOrder = sql`order by ${key} desc, s.post_id desc limit ${limit}`
  const columns = sql`s.post_id as "postId", ${key}${shown} as key`
  if (topic !== undefined) {
    return sql`
      with named as materialized (
        select distinct t.post_id
        from spaces.topic_family(${topic.replace(/^#/, '').toLowerCase()}) word
        cross join lateral (
          select t.post_id from spaces.topic_of_thread t
          where t.topic = word.topic order by t.last_at desc, t.post_id desc limit ${TOPIC_THREADS_MAX}
        ) t
      )
      select ${columns} from named join answers.shelved s on s.post_id = named.post_id
      where ${which} and ${isSeen} ${inOrder}`
  }
  // Whoever sees few spaces would have the whole shelf looked through for them: theirs are read one by one instead.
  if (isGuest(ctx.viewer) && spaceId === undefined) {
    return sql`
      select ${columns} from spaces.visible_space(${viewerId}) v
      cross join lateral (
        select s.* from answers.shelved s where s.space_id = v.space_id and ${which} ${inOrder}
      ) s ${inOrder}`
  }
  return sql`select ${columns} from answers.shelved s where ${which} and ${isSeen} ${inOrder}`
}
