// The operators of a search as conditions in SQL. A name that means nobody or nothing the viewer may know of finds
// nothing, whether or not it means something to others.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId, SpaceId } from '#contract/ref'
import type { FilterOperator } from '#contract/search'
import { type Ctx, isGuest } from '#platform/ctx'
import { findPeopleCalled } from '#rooms/people'
import { folded } from './findable-text.ts'
import type { AskedFilter, AskedKind, Holding, Span } from './search-query.ts'

/** What was asked for by operators, looked up. Undefined asks for no matter whom. */
export type Narrowing = {
  authorIds: PersonId[] | undefined
  spaceIds: SpaceId[] | undefined
  /** For each topic asked for, every word that leads to it. */
  topics: string[][]
  kinds: AskedKind[]
  holdings: Holding[]
  spans: Span[]
}

export type Understood = { operator: FilterOperator; value: string; names: string[] }

type Named<Id> = { id: Id; name: string }

const MEANT_MAX = 20
const NAMES_SHOWN = 3

/** Looks up whom and what operators mean. */
export async function readFilters(
  ctx: Ctx,
  filters: readonly AskedFilter[],
): Promise<{ narrowing: Narrowing; understood: Understood[] }> {
  const authors: Named<PersonId>[][] = []
  const spaces: Named<SpaceId>[][] = []
  const understood: Understood[] = []
  for (const filter of filters) {
    const { operator, value } = filter
    const meant =
      operator === 'from'
        ? await findAuthors(ctx, value)
        : operator === 'in'
          ? await findSpaces(ctx, value)
          : []
    if (operator === 'from') authors.push(meant as Named<PersonId>[])
    if (operator === 'in') spaces.push(meant as Named<SpaceId>[])
    understood.push({ operator, value, names: namesOf(meant) })
  }
  const idsOf = <Id>(meant: Named<Id>[][]) =>
    meant.length === 0 ? undefined : meant.flat().map(({ id }) => id)
  const narrowing = {
    authorIds: idsOf(authors),
    spaceIds: idsOf(spaces),
    topics: await findFamilies(
      ctx,
      filters.flatMap((each) => (each.operator === 'topic' ? each.value : [])),
    ),
    kinds: filters.flatMap((each) => (each.operator === 'kind' ? each.value : [])),
    holdings: filters.flatMap((each) => (each.operator === 'has' ? each.value : [])),
    spans: filters.flatMap((each) => ('span' in each ? each.span : [])),
  }
  return { narrowing, understood }
}

/** Topics that were merged are asked for under any of their words. */
async function findFamilies(ctx: Ctx, topics: readonly string[]): Promise<string[][]> {
  if (topics.length === 0) return []
  const found = await sql<{ words: string[] }>`
    select array(select f.topic from spaces.topic_family(asked.topic) f) as words
    from unnest(${topics}::text[]) with ordinality asked (topic, number) order by asked.number`.execute(
    ctx.db,
  )
  return found.rows.map(({ words }) => words)
}

function namesOf(meant: readonly { name: string }[]): string[] {
  return meant.flatMap(({ name }) => (name === '' ? [] : name)).slice(0, NAMES_SHOWN)
}

/** Guests have no directory: a name means to them whoever speaks where they read, and they are told no more names. */
async function findAuthors(ctx: Ctx, value: string): Promise<Named<PersonId>[]> {
  if (folded(value) === 'me') return [{ id: ctx.viewer.personId, name: 'you' }]
  const meant = await findPeopleCalled(ctx.db, value, MEANT_MAX)
  return isGuest(ctx.viewer) ? meant.map(({ id }) => ({ id, name: '' })) : meant
}

/** The spaces that bear a name, among those the viewer reads; where none does, those whose name holds it. */
async function findSpaces(ctx: Ctx, value: string): Promise<Named<SpaceId>[]> {
  const found = await sql<Named<SpaceId> & { isWhole: boolean }>`
    select s.id, s.name, lower(public.unaccent(s.name)) = lower(public.unaccent(${value})) as "isWhole"
    from spaces.visible_space(${ctx.viewer.personId}) v join spaces.space s on s.id = v.space_id
    where position(lower(public.unaccent(${value})) in lower(public.unaccent(s.name))) > 0
    order by 3 desc, lower(s.name), s.id limit ${MEANT_MAX}`.execute(ctx.db)
  const whole = found.rows.filter(({ isWhole }) => isWhole)
  return whole.length > 0 ? whole : found.rows
}

export type Table = 'post' | 'reply'

/** Whether rows of a table can be meant at all: replies are of no kind but their own. */
export function mayBeIn(table: Table, { kinds }: Narrowing): boolean {
  if (kinds.length === 0) return true
  return table === 'reply' ? kinds.includes('reply') : kinds.some((kind) => kind !== 'reply')
}

/** The conditions on a row `w` of a table. */
export function conditionsOf(table: Table, narrowing: Narrowing): RawBuilder<boolean> {
  const { authorIds, spaceIds, topics, kinds, holdings, spans } = narrowing
  const conditions = [
    ...(authorIds === undefined ? [] : [sql`w.author_id = any (${authorIds}::uuid[])`]),
    ...(spaceIds === undefined ? [] : [sql`w.space_id = any (${spaceIds}::uuid[])`]),
    ...topics.map(
      (words) =>
        sql`exists (select from spaces.topic_use u where u.said_id = w.id and u.topic = any (${words}::text[]))`,
    ),
    ...(table === 'post' && kinds.length > 0 ? [sql`w.kind = any (${kinds}::text[])`] : []),
    ...holdings.map((holding) => HOLDS[holding](table)),
    ...spans.flatMap(({ from, until }) => [
      ...(from === undefined ? [] : [sql`w.created_at >= ${from}::timestamptz`]),
      ...(until === undefined ? [] : [sql`w.created_at < ${until}::timestamptz`]),
    ]),
  ]
  return conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`
}

const HOLDS: Record<Holding, (table: Table) => RawBuilder<unknown>> = {
  file: () => sql`exists (select from spaces.attachment a where a.said_id = w.id)`,
  image: () => sql`exists (
    select from spaces.attachment a join spaces.file f on f.id = a.file_id
    where a.said_id = w.id and f.content_type like 'image/%')`,
  link: () => sql`w.found_by @@ '''/link'''::tsquery`,
  reaction: () => sql`exists (select from spaces.reaction r where r.said_id = w.id)`,
  reply: (table) =>
    table === 'post'
      ? sql`exists (select from spaces.thread t where t.post_id = w.id and t.reply_count > 0)`
      : sql`exists (select from spaces.reply a where a.answers_id = w.id and a.deleted_at is null)`,
}
