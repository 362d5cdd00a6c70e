// Which words of a text were found: those whose stem, in the language of the text, is one that was asked for.
import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { findableText, folded, placedWordsIn, unbrokenRunsIn } from './findable-text.ts'
import type { Mark } from './search-excerpts.ts'

/** A text, and the text search configuration that its words were stemmed by. */
export type Markable = { text: string; config: string }
/** A word of the question with all that it is found as. */
export type Sought = { place: number; typed: string; queries: readonly string[] }

/** A word of a text that begins like something that was asked for. */
type Likely = { start: number; end: number; word: string; config: string }

/** The marks of each text, in the order of the texts. */
export async function readMarks(
  db: Db,
  texts: readonly Markable[],
  sought: readonly Sought[],
): Promise<Mark[][]> {
  const beginnings = new Set(sought.flatMap(({ queries }) => queries.flatMap(beginningsIn)))
  const likely = texts.map((each) => likelyIn(each, beginnings))
  const placesOf = await readPlaces(db, likely.flat(), sought)
  return texts.map(({ text }, index) => [
    ...(likely[index] ?? []).flatMap((each) =>
      (placesOf.get(keyOf(each)) ?? []).map((place) => ({ start: each.start, end: each.end, place })),
    ),
    ...unbrokenMarks(text, sought),
  ])
}

function likelyIn({ text, config }: Markable, beginnings: ReadonlySet<string>): Likely[] {
  return placedWordsIn(text).flatMap(({ word, start, end }) => {
    const first = folded(word.slice(0, 2))
    const isLikely = beginnings.has(first.slice(0, 2)) || beginnings.has(first.slice(0, 1))
    return isLikely ? [{ start, end, word: findableText(word), config }] : []
  })
}

function keyOf({ config, word }: Pick<Likely, 'config' | 'word'>): string {
  return `${config} ${word}`
}

/** Asks PostgreSQL whose stems were asked for, and at which places of the question. */
async function readPlaces(
  db: Db,
  likely: readonly Likely[],
  sought: readonly Sought[],
): Promise<Map<string, number[]>> {
  if (likely.length === 0) return new Map()
  const words = [...new Map(likely.map((each) => [keyOf(each), each])).entries()]
  const questions = sought.map(({ place, queries }) => ({
    place,
    query: queries.map(anyLexemeOf).join(' | '),
  }))
  const result = await sql<{ key: string; places: number[] }>`
    select w.key, array_agg(q.place) as places
    from unnest(${words.map(([key]) => key)}::text[], ${words.map(([, each]) => each.config)}::text[],
      ${words.map(([, each]) => each.word)}::text[]) as w (key, config, word)
    join jsonb_to_recordset(${JSON.stringify(questions)}::jsonb) as q (place int, query tsquery)
      on to_tsvector(w.config::regconfig, w.word) @@ q.query
    group by w.key`.execute(db)
  return new Map(result.rows.map(({ key, places }) => [key, places]))
}

/** The first two letters of each lexeme of a query, or its only one. */
function beginningsIn(query: string): string[] {
  return Array.from(query.matchAll(/'((?:[^']|'')+)'/g), ([, lexeme = '']) =>
    [...lexeme].slice(0, 2).join(''),
  )
}

/** Of a phrase each word is marked. */
function anyLexemeOf(query: string): string {
  return query.replace(/ <(?:-|\d+)> /g, ' | ')
}

function unbrokenMarks(text: string, sought: readonly Sought[]): Mark[] {
  const lower = text.toLowerCase()
  // Case changes the length of very few letters, and where it does, marks would stand beside their words.
  if (lower.length !== text.length) return []
  return sought.flatMap(({ typed, place }) =>
    unbrokenRunsIn(typed).flatMap((run) =>
      Array.from(lower.matchAll(new RegExp(RegExp.escape(run), 'gu')), ({ index }) => ({
        start: index,
        end: index + run.length,
        place,
      })),
    ),
  )
}
