// What typed words are found as: the stems they have in each language spoken here, and how common those are.
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#platform/db'
import { askedText, folded, isUnbroken } from './findable-text.ts'
import { configOf, SIMPLE } from './languages.ts'
import type { AskedWord } from './search-query.ts'

/** A typed word or phrase with all that it is found as. */
export type WordGroup = {
  /** As typed. */
  typed: string
  /** Queries of PostgreSQL's text search, any of which finds it. */
  queries: string[]
  /** In how much of all that was said it stands, at most; private spaces are counted in, so this is never shown. */
  saidCount: number
  isRequired: boolean
  isExcluded: boolean
  /** Where it stands in the question, from 0. */
  place: number
}

/** How much was said in all, and of how many bytes it is in the mean. */
export type Statistics = { saidCount: number; sizeMean: number }

const LANGUAGES_MAX = 12
/** How many longer words the beginning of a word is taken for. */
const LONGER_FORMS_MAX = 30
const BEGINNING_CHARACTERS_MIN = 2

/** A letter of a script that parts words by spaces and builds them of several letters. */
const SINGLE_LETTER = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u

type Lexemes = { place: number; query: string; saidCount: number }

export type ReadWords = {
  groups: WordGroup[]
  statistics: Statistics
  /** The text search configurations of the languages spoken here, and of unstemmed words. */
  configs: string[]
}

/**
 * Reads what words are found as, and how common that is. Words that say nothing anywhere, like `the`, are left out, and
 * so are single letters beside words: a language of which they are no word would take them for rare ones.
 */
export async function readWords(db: Db, words: readonly AskedWord[]): Promise<ReadWords> {
  const areLettersAlone = words.every(({ text }) => SINGLE_LETTER.test(text))
  const asked = words
    .map(({ text, form }, place) => ({ place, form, text: askedText(text) }))
    .map((word) => ({ ...word, isBeginning: isBeginning(word) }))
    .filter(({ text }) => text !== '' && (areLettersAlone || !SINGLE_LETTER.test(text)))
  const { lexemes, statistics, configs } = await readSpoken(
    db,
    asked.filter((each) => !each.isBeginning),
  )
  const beginnings = await readBeginnings(
    db,
    asked.filter((each) => each.isBeginning),
    configs,
  )
  const found = Map.groupBy([...lexemes, ...beginnings], ({ place }) => place)
  const groups = words.flatMap((word, place) => groupOf(word, place, found.get(place) ?? []))
  return { groups, statistics, configs }
}

function groupOf({ text: typed, form, isExcluded }: AskedWord, place: number, found: Lexemes[]): WordGroup[] {
  if (found.length === 0) return []
  const queries = [...new Set(found.map(({ query }) => query))]
  const saidCount = found.reduce((sum, each) => sum + each.saidCount, 0)
  return [{ typed, queries, saidCount, isRequired: form === 'phrase' && !isExcluded, isExcluded, place }]
}

type Spoken = { configs: string[]; said: number | null; size: number | null; lexemes: Lexemes[] | null }

/** What stands in the statistics, the languages spoken here, and whole words and phrases in all of them. */
async function readSpoken(db: Db, asked: readonly Asked[]) {
  const found = await sql<Spoken>`
    with spoken as materialized (
      select config from (
        select u.config from spaces.language_use u order by u.said_count desc, u.language limit ${LANGUAGES_MAX}
      ) most
      -- English is what stood before anything was told apart by language.
      union select ${configOf('en')} union select ${SIMPLE}
    )
    select array(select config from spoken) as configs,
      (select said_count from spaces.word_count where word = '') as said,
      (select said_count from spaces.word_count where word = '#') as size,
      (select json_agg(lexeme) from (${lexemesOf(asked, sql`select config from spoken`)}) lexeme) as lexemes`.execute(
    db,
  )
  const { configs = [], said, size, lexemes } = found.rows[0] ?? {}
  return {
    configs,
    statistics: { saidCount: said ?? SAID_UNKNOWN, sizeMean: Math.max(1, size ?? SIZE_UNKNOWN) },
    lexemes: lexemes ?? [],
  }
}

/** What is assumed until anything was counted. */
const SAID_UNKNOWN = 1000
const SIZE_UNKNOWN = 300

/** The queries that find each of many words, which are as `folded` gives them. */
export async function phrasesOf(
  db: Db,
  words: readonly string[],
  configs: readonly string[],
): Promise<Map<string, string[]>> {
  const found = await readLexemes(
    db,
    words.map((text, place) => ({ place, text })),
    configs,
  )
  const queries = Map.groupBy(found, ({ place }) => words[place] ?? '')
  return new Map([...queries].map(([word, each]) => [word, each.map(({ query }) => query)]))
}

/** A single character of a script without word breaks begins whatever pair it stands in. */
function isBeginning({ form, text }: Pick<AskedWord, 'form' | 'text'>): boolean {
  if ([...text].length === 1 && isUnbroken(text)) return true
  return form === 'beginning' && text.length >= BEGINNING_CHARACTERS_MIN
}

type Asked = { place: number; text: string }

async function readLexemes(db: Db, asked: readonly Asked[], configs: readonly string[]): Promise<Lexemes[]> {
  if (asked.length === 0) return []
  const found = await sql<Lexemes>`${lexemesOf(asked, sql`select unnest(${configs}::text[])`)}`.execute(db)
  return found.rows
}

/** What texts are found as in each of some configurations, and in how much is the rarest word of each. */
function lexemesOf(asked: readonly Asked[], configs: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`
    select distinct on (a.place, q.query) a.place, q.query::text as query, counted.said_count as "saidCount"
    from unnest(${asked.map(({ place }) => place)}::int[], ${asked.map(({ text }) => text)}::text[]) as a (place, text)
    cross join (${configs}) as c (config)
    cross join lateral (select phraseto_tsquery(c.config::regconfig, a.text) as query) q
    cross join lateral (
      select coalesce(min(coalesce(w.said_count, 0)), 0) as said_count
      from unnest(tsvector_to_array(to_tsvector(c.config::regconfig, a.text))) as l (word)
      left join spaces.word_count w on w.word = l.word
    ) counted
    where numnode(q.query) > 0`
}

/** Beginnings are looked for as they stand, and as the stems of words that begin so: `meetin*` is `meet`. */
async function readBeginnings(
  db: Db,
  asked: readonly Asked[],
  configs: readonly string[],
): Promise<Lexemes[]> {
  const read = asked.map(async ({ place, text }) => {
    const words = text.split(' ').map(folded)
    const last = words.at(-1) ?? ''
    const counted = await sql<{ saidCount: number; forms: string[] }>`
      select
        (select coalesce(sum(w.said_count), 0) from spaces.word_count w
          where ${beginsWith(sql`w.word`, last)}) as "saidCount",
        array(select f.form from spaces.word_form f
          where ${beginsWith(sql`f.form`, last)}
          order by f.form using ~<~ limit ${LONGER_FORMS_MAX}) as forms`.execute(db)
    const { saidCount = 0, forms = [] } = counted.rows[0] ?? {}
    const query = words
      .map((word, index) => `'${word}'${index === words.length - 1 ? ':*' : ''}`)
      .join(' <-> ')
    const stems =
      words.length > 1
        ? []
        : await readLexemes(
            db,
            [...new Set([last, ...forms])].map((form) => ({ place, text: form })),
            configs,
          )
    const shorter = stems.filter((stem) => !stem.query.startsWith(`'${last}`))
    return [{ place, query, saidCount }, ...shorter]
  })
  return (await Promise.all(read)).flat()
}

/** The condition that a text begins so, as an index of its code points (`text_pattern_ops`) can be asked. */
export function beginsWith(text: RawBuilder<unknown>, beginning: string): RawBuilder<boolean> {
  // No text that begins so comes after the last of all characters.
  return sql<boolean>`${text} ~>=~ ${beginning} and ${text} ~<~ ${`${beginning}\u{10ffff}`}`
}
