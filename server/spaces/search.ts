import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { search as contract } from '#contract/search'
import type { Ctx } from '#platform/ctx'
import { cursorOf, readCursor, readTimeCursor, requireId } from '#platform/cursor'
import { folded } from './findable-text.ts'
import { findMeant } from './mend-typos.ts'
import { type Narrowing, readFilters } from './search-filters.ts'
import { readFound, type Shown } from './search-found.ts'
import { findNewest } from './search-newest.ts'
import { anyOf, type MendedGroup } from './search-plan.ts'
import { type AskedQuery, parseQuery } from './search-query.ts'
import { type Finds, findTelling, type Telling } from './search-telling.ts'
import { readWords, type WordGroup } from './search-words.ts'

type Input = InputOf<typeof contract.search>
type Reply = ReplyOf<typeof contract.search>

/** Finds posts and replies. The visibility rule stands inside every scan for candidates. */
export async function search(ctx: Ctx, input: Input): Promise<Reply> {
  const query = parseQuery(input.query, { now: ctx.now, timeZone: ctx.viewer.timeZone ?? 'UTC' })
  const { narrowing, understood } = await readFilters(ctx, query.filters)
  const { groups, statistics, configs } = await readWords(ctx.db, query.words)
  const isAsking = groups.some(({ isExcluded }) => !isExcluded)
  const isNarrowed = query.filters.length > 0
  const page = isAsking
    ? await tellingPage(ctx, { input, query, groups, configs, narrowing, statistics })
    : isNarrowed
      ? await newestPage(ctx, { input, groups, narrowing })
      : nothing
  return { ...page, filters: understood }
}

type Page = Omit<Reply, 'filters'>

const nothing: Page = { items: [], nextCursor: null, order: 'telling', alsoFound: [] }

type AskedNewest = { input: Input; groups: readonly WordGroup[]; narrowing: Narrowing }

async function newestPage(ctx: Ctx, { input, groups, narrowing }: AskedNewest): Promise<Page> {
  const listed = await findNewest(ctx.db, {
    viewerId: ctx.viewer.personId,
    narrowing,
    excluded: groups.map(({ queries }) => anyOf(queries)).join(' | '),
    after: input.cursor === undefined ? undefined : readTimeCursor(input.cursor),
    limit: input.limit,
  })
  const page = listed.slice(0, input.limit)
  const last = listed.length > input.limit ? page.at(-1) : undefined
  const shown = await readFound(ctx.db, page, [])
  return {
    items: shown.map(({ found }) => found),
    nextCursor: last === undefined ? null : cursorOf([Temporal.Instant.from(last.at).toString(), last.id]),
    order: 'newest',
    alsoFound: [],
  }
}

type AskedTelling = AskedNewest & {
  query: AskedQuery
  configs: readonly string[]
  statistics: Telling['statistics']
}

async function tellingPage(ctx: Ctx, asked: AskedTelling): Promise<Page> {
  const { input, groups, statistics, narrowing } = asked
  const cursor = input.cursor === undefined ? undefined : readTellingCursor(input.cursor)
  const telling = { viewerId: ctx.viewer.personId, statistics, narrowing, limit: input.limit, now: ctx.now }
  const find = (sought: readonly MendedGroup[]) =>
    findTelling(ctx.db, { ...telling, groups: sought, after: cursor?.after })
  // A later page asks for what the first one mended, and doubts no more.
  const among = cursor === undefined ? groups : await mend(ctx, asked, new Set(cursor.mended))
  const first = await find(among)
  const doubtful = cursor === undefined ? doubtfulPlaces(asked, first) : new Set<number>()
  const mended = doubtful.size > 0 ? await mend(ctx, asked, doubtful) : groups
  const isMended = mendedPlaces(mended).length > 0
  const { ranked } = isMended ? await find(mended) : first
  const standing = isMended ? mended : among
  const page = ranked.slice(0, input.limit)
  const last = ranked.length > input.limit ? page.at(-1) : undefined
  const shown = await readFound(ctx.db, page, soughtOf(standing))
  return {
    items: shown.map(({ found }) => found),
    nextCursor:
      last === undefined ? null : cursorOf([String(last.worth), last.id, mendedPlaces(standing).join(',')]),
    order: 'telling',
    alsoFound: alsoFound(standing, shown),
  }
}

/** Words of which nothing was found, or next to nothing where the whole search found next to nothing. */
function doubtfulPlaces({ groups, query }: AskedTelling, found: Finds): Set<number> {
  const isLittle = found.ranked.length < LITTLE
  return new Set(
    groups
      .filter(({ place, isExcluded }) => !isExcluded && query.words[place]?.form === 'word')
      .filter(({ place }) => (found.foundOf.get(place) ?? 0) < (isLittle ? LITTLE : 1))
      .map(({ place }) => place),
  )
}

const LITTLE = 3

/** The groups, with what may have been meant beside the words at the given places. */
async function mend(
  ctx: Ctx,
  { groups, configs }: AskedTelling,
  places: ReadonlySet<number>,
): Promise<MendedGroup[]> {
  return Promise.all(
    groups.map(async (group) => {
      if (!places.has(group.place)) return group
      const { typed, queries } = group
      const meant = await findMeant(ctx.db, { typed, queries, viewerId: ctx.viewer.personId, configs })
      return { ...group, mended: meant.flatMap((each) => each.queries) }
    }),
  )
}

function mendedPlaces(groups: readonly MendedGroup[]): number[] {
  return groups.filter(({ mended = [] }) => mended.length > 0).map(({ place }) => place)
}

/** What is marked in finds: everything that was asked for. */
export function soughtOf(groups: readonly MendedGroup[]) {
  return groups
    .filter(({ isExcluded }) => !isExcluded)
    .map(({ place, typed, queries, mended = [] }) => ({ place, typed, queries: [...queries, ...mended] }))
}

/** Other words are named only as they stand in what is shown, so that no word of anything hidden can be among them. */
function alsoFound(groups: readonly MendedGroup[], shown: readonly Shown[]): Reply['alsoFound'] {
  return groups
    .filter(({ mended = [] }) => mended.length > 0)
    .flatMap(({ typed, place }) => {
      const words = shown.flatMap((each) => each.words.filter((word) => word.place === place))
      const other = words.find(({ word }) => folded(word) !== folded(typed))
      return other === undefined ? [] : [{ typed, found: other.word.toLowerCase() }]
    })
}

function readTellingCursor(cursor: string) {
  const [worth = '', id = '', places = ''] = readCursor(cursor, 3)
  return {
    after: { worth: Math.min(WORTH_MAX, Math.max(0, Math.trunc(Number(worth)) || 0)), id: requireId(id) },
    mended: places.split(',').filter(Boolean).map(Number),
  }
}

const WORTH_MAX = 1_000_000
