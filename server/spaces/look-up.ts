import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { SpaceRef } from '#contract/ref'
import type { search } from '#contract/search'
import { type Ctx, isGuest } from '#platform/ctx'
import { lookUpPeople } from '#rooms/people'
import { spaceRef } from './json-parts.ts'
import { soughtOf } from './search.ts'
import { type Narrowing, readFilters } from './search-filters.ts'
import { readFound } from './search-found.ts'
import { findNewest } from './search-newest.ts'
import { type AskedQuery, parseQuery } from './search-query.ts'
import { findTelling } from './search-telling.ts'
import { readWords } from './search-words.ts'
import { suggestTopics } from './suggest-topics.ts'
import { isKnown } from './visibility.ts'

type Input = InputOf<typeof search.lookUp>
type Reply = ReplyOf<typeof search.lookUp>

/** What the box shows while one types: the last word may be the beginning of one. */
export async function lookUp(ctx: Ctx, { query: typed, limit }: Input): Promise<Reply> {
  const query = parseQuery(typed, { now: ctx.now, timeZone: ctx.viewer.timeZone ?? 'UTC' })
  const isNarrowed = query.filters.length > 0
  const [people, spaces, topics, posts] = await Promise.all([
    isNarrowed || isGuest(ctx.viewer) ? [] : lookUpPeople(ctx.db, typed, limit),
    isNarrowed ? [] : findSpaces(ctx, typed, limit),
    isNarrowed ? [] : findTopics(ctx, typed, limit),
    findPosts(ctx, unfinished(query, typed), limit),
  ])
  return { people, spaces, topics, posts }
}

/** Takes the last word for the beginning of one, unless something stands behind it. */
function unfinished(query: AskedQuery, typed: string): AskedQuery {
  const last = query.words.at(-1)
  if (last === undefined || last.form !== 'word' || !typed.trimEnd().endsWith(last.text)) return query
  return { ...query, words: [...query.words.slice(0, -1), { ...last, form: 'beginning' }] }
}

async function findSpaces(ctx: Ctx, typed: string, limit: number): Promise<SpaceRef[]> {
  const found = await sql<{ space: SpaceRef }>`
    select row_to_json(${spaceRef}) as space from spaces.space s
    where position(lower(public.unaccent(${typed})) in lower(public.unaccent(s.name))) > 0
      and ${isKnown(sql`s.id`, ctx.viewer.personId)}
    order by s.is_conversation, position(lower(public.unaccent(${typed})) in lower(public.unaccent(s.name))) > 1,
      lower(s.name), s.id
    limit ${limit}`.execute(ctx.db)
  return found.rows.map(({ space }) => space)
}

/** One word that may be a topic; `#` before it says that nothing else is meant. */
async function findTopics(ctx: Ctx, typed: string, limit: number) {
  const text = /^#?([\p{L}\p{M}\p{N}_-]{2,60})$/u.exec(typed)?.[1]
  if (text === undefined) return []
  return (await suggestTopics(ctx, { text, limit })).items
}

async function findPosts(ctx: Ctx, query: AskedQuery, limit: number) {
  const { narrowing } = await readFilters(ctx, query.filters)
  const { groups, statistics } = await readWords(ctx.db, query.words)
  const viewerId = ctx.viewer.personId
  const asked = { viewerId, narrowing, after: undefined, limit, now: ctx.now }
  const isAsking = groups.some(({ isExcluded }) => !isExcluded)
  const finds = isAsking
    ? (await findTelling(ctx.db, { ...asked, groups, statistics })).ranked
    : await newestOf(ctx, narrowing, { isNarrowed: query.filters.length > 0, limit })
  const shown = await readFound(ctx.db, finds.slice(0, limit), soughtOf(groups))
  return shown.map(({ found }) => found)
}

async function newestOf(
  ctx: Ctx,
  narrowing: Narrowing,
  { isNarrowed, limit }: { isNarrowed: boolean; limit: number },
) {
  if (!isNarrowed) return []
  return findNewest(ctx.db, {
    viewerId: ctx.viewer.personId,
    narrowing,
    excluded: '',
    after: undefined,
    limit,
  })
}
