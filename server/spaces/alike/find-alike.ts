// Questions like one that is being typed, among those that somebody may read.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId, PostId } from '#contract/ref'
import type { Db } from '#platform/db'
import { findableText } from '../findable-text.ts'
import { findableOf } from '../findable-words.ts'
import { anyOf } from '../search-plan.ts'
import { readWords } from '../search-words.ts'
import { ENOUGH, planAlike, READ_MAX, type WeighedWord } from './alike-plan.ts'
import { DETAILS_WEIGHT, LENGTH_MEAN, type Likeness, likenessOf, type Shared } from './likeness.ts'

export type AlikeQuestion = Likeness & { postId: PostId }

export type AskedAlike = { viewerId: PersonId; text: string }

/** So many candidates are weighed, and so many of those are compared word by word. */
const WEIGHED_MAX = 100
const COMPARED_MAX = 30
/** As much of what is typed is read. */
const WORDS_READ_MAX = 64
const LINE_CHARACTERS_MAX = 300

export type Alike = {
  /** The most alike first. */
  questions: AlikeQuestion[]
  /** How many of the typed words tell questions apart. */
  wordCount: number
}

/**
 * The questions most like what is typed. Visibility stands inside the scan for candidates.
 * @param asked.wordsMin below so many telling words nothing is looked for
 */
export async function findAlikeQuestions(
  db: Db,
  { wordsMin, ...asked }: AskedAlike & { wordsMin: number },
): Promise<Alike> {
  const { groups, statistics } = await readTelling(db, asked)
  const wordCount = groups.length
  if (wordCount < Math.max(1, wordsMin)) return { questions: [], wordCount }
  const { words, scans } = planAlike(groups, statistics)
  const found = await readCandidates(db, asked, { words, scans })
  const questions = found.map(({ postId, ...shared }) => ({
    postId,
    ...likenessOf(shared, { text: asked.text, words, statistics }),
  }))
  return { questions: questions.toSorted((a, b) => b.score - a.score), wordCount }
}

/** The typed words by which questions can be told apart: each once, and not those that their language leaves out. */
async function readTelling(db: Db, { viewerId, text }: AskedAlike) {
  const { config } = await findableOf(db, { title: undefined, body: text, authorId: viewerId })
  const typed = [...new Set(findableText(text).split(' '))].slice(0, WORDS_READ_MAX)
  const asked = typed.map((word) => ({ text: word, form: 'word' as const, isExcluded: false }))
  const [stopped, { groups, statistics }] = await Promise.all([
    readStopped(db, typed, config),
    readWords(db, asked),
  ])
  return { groups: groups.filter((group) => !stopped.has(group.typed)), statistics }
}

async function readStopped(db: Db, typed: readonly string[], config: string): Promise<Set<string>> {
  const found = await sql<{ word: string }>`
    select word from unnest(${typed}::text[]) as word
    where numnode(phraseto_tsquery(${config}::regconfig, word)) = 0`.execute(db)
  return new Set(found.rows.map(({ word }) => word))
}

type Looked = { words: readonly WeighedWord[]; scans: readonly string[] }

async function readCandidates(
  db: Db,
  { viewerId, text }: AskedAlike,
  { words, scans }: Looked,
): Promise<(Shared & { postId: PostId })[]> {
  const all = anyOf(words.flatMap(({ queries }) => queries))
  const given = words.map(({ queries, weight }) => ({ query: anyOf(queries), weight }))
  const known = words.flatMap(({ queries }) => queries.flatMap(lexemesIn))
  const found = await sql<Shared & { postId: PostId }>`
    with visible as materialized (select v.space_id from spaces.visible_space(${viewerId}) v),
    word as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as w (query tsquery, weight real)
    ),
    ${sql.join(scans.map((_, at) => scanned(scans, at)))},
    near as materialized (
      select id, found_by from (${sql.join(
        scans.map((_, at) => sql`select * from ${nth(at)}`),
        sql` union all `,
      )}) scanned
      order by ts_rank('{0.1, 0.5, 0.5, 1}', found_by, ${all}::tsquery, 1) desc, id desc limit ${WEIGHED_MAX}
    ),
    weighed as (${weighed})
    select c.id as "postId", c.held, c.anywhere, c.length, line, public.similarity(line, ${text}) as "sameLetters",
      (select json_agg(json_build_array(l.word, n.said_count))
        from unnest(tsvector_to_array(c.question)) as l (word)
        left join spaces.word_count n on n.word = l.word
        where l.word not like '/%' and l.word <> all (${known}::text[])) as others
    from weighed c
    join spaces.post p on p.id = c.id
    cross join lateral (select coalesce(p.title, left(p.body, ${LINE_CHARACTERS_MAX})) as line) written`.execute(
    db,
  )
  return found.rows
}

/** One scan: what those before it found is not found again, and where they found enough nothing is read. */
function scanned(scans: readonly string[], at: number): RawBuilder<unknown> {
  const before = scans[at - 1]
  const found = scans.slice(0, at).map((_, earlier) => sql`(select count(*) from ${nth(earlier)})`)
  return sql`
    ${nth(at)} as materialized (
      select w.id, w.found_by from spaces.post w
      where w.kind = 'question' and w.deleted_at is null and w.found_by @@ ${scans[at]}::tsquery
        and w.space_id in (select space_id from visible)
        ${
          before === undefined
            ? sql``
            : sql`and not w.found_by @@ ${before}::tsquery
        and ${sql.join(found, sql` + `)} < ${sql.lit(ENOUGH)}`
        }
      limit ${sql.lit(READ_MAX)}
    )`
}

function nth(at: number): RawBuilder<unknown> {
  return sql.ref(`scanned_${at}`)
}

/**
 * The best of the near ones by BM25 with each word counted once. A question is its title, or all of it where it has
 * none; the day and the month stand among its words too, and are none.
 */
const weighed = sql`
  select n.id, asked.question, asked.length, shared.*
  from near n
  -- Each offset keeps what is made of the words from being made anew for each of the typed ones.
  cross join lateral (select ts_filter(n.found_by, '{a}') as title offset 0) headed
  cross join lateral (
    select case when title = '' then n.found_by else title end as question,
      case when title = '' then greatest(1, length(n.found_by) - 2) else length(title) end as length
    offset 0
  ) asked
  cross join lateral (
    select coalesce(sum(w.weight) filter (where asked.question @@ w.query), 0) as held,
      coalesce(sum(w.weight), 0) as anywhere
    from word w where n.found_by @@ w.query
  ) shared
  order by (shared.held + ${sql.lit(DETAILS_WEIGHT)} * (shared.anywhere - shared.held))
    / (0.6 * (0.25 + 0.75 * asked.length / ${sql.lit(LENGTH_MEAN)}::real) + 1) desc, n.id desc
  limit ${sql.lit(COMPARED_MAX)}`

/** The words of a query as PostgreSQL writes it: `'stop' <-> 'line'`. */
function lexemesIn(query: string): string[] {
  return Array.from(query.matchAll(/'((?:[^']|'')+)'/g), ([, word = '']) => word.replaceAll("''", "'"))
}
