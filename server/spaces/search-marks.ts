// Which words of a text were found: those whose stem, in the language of the text, is one that was asked for.
import { sql } from 'kysely'
import type { Db } from '#platform/db'
import { findableText, folded, placedWordsIn, unbrokenRunsIn } from './findable-text.ts'
import type { Mark } from './search-excerpts.ts'

/** A text, and the text search configuration that its words were stemmed by. */
export type Markable = { text: string; config: string }
/** A word of the question with all that it is found as. */
export type Sought = { place: number; typed: string; queries: readonly string[] }

/** The marks of each text, in the order of the texts. */
export async function readMarks(
  db: Db,
  texts: readonly Markable[],
  sought: readonly Sought[],
): Promise<Mark[][]> {
  const placesOf = await readPlaces(db, texts, sought)
  return texts.map(({ text, config }) => [
    ...placedWordsIn(text).flatMap(({ word, start, end }) =>
      (placesOf.get(keyOf(config, findableText(word))) ?? []).map((place) => ({ start, end, place })),
    ),
    ...unbrokenMarks(text, sought),
  ])
}

function keyOf(config: string, word: string): string {
  return `${config} ${word}`
}

/** Asks PostgreSQL for the stems of those words only that begin like something that was asked for. */
async function readPlaces(
  db: Db,
  texts: readonly Markable[],
  sought: readonly Sought[],
): Promise<Map<string, number[]>> {
  const beginnings = new Set(sought.flatMap(({ queries }) => queries.flatMap(beginningsIn)))
  const asked = new Map<string, { config: string; word: string }>()
  for (const { text, config } of texts) {
    for (const { word } of placedWordsIn(text)) {
      if (!beginnings.has(folded(word).slice(0, 2)) && !beginnings.has(folded(word).slice(0, 1))) continue
      const found = findableText(word)
      asked.set(keyOf(config, found), { config, word: found })
    }
  }
  if (asked.size === 0) return new Map()
  const questions = sought.map(({ place, queries }) => ({
    place,
    query: queries.map(anyLexemeOf).join(' | '),
  }))
  const result = await sql<{ key: string; places: number[] }>`
    select w.key, array_agg(q.place) as places
    from jsonb_to_recordset(${JSON.stringify([...asked].map(([key, each]) => ({ key, ...each })))}::jsonb)
      as w (key text, config text, word text)
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
