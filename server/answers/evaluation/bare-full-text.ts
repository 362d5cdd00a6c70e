// PostgreSQL's full text search alone, as its manual has it: the words of a query must all be there, and cover density
// ranks. And the words of texts as it reads them in English, for BM25.
import { sql } from 'kysely'
import type { Db } from '#platform/db'
import type { CountedWords } from './bm25.ts'

const BATCH = 1000

export async function fillBareTable(db: Db, texts: readonly string[]): Promise<void> {
  await sql`create table bare_question (place int primary key, words tsvector not null)`.execute(db)
  for (let begin = 0; begin < texts.length; begin += BATCH) {
    await sql`
      insert into bare_question (place, words)
      select ${begin}::int + given.place - 1, to_tsvector('english', given.text)
      from unnest(${texts.slice(begin, begin + BATCH)}::text[]) with ordinality as given (text, place)`.execute(
      db,
    )
  }
  await sql`create index bare_question_by_words on bare_question using gin (words)`.execute(db)
  await sql`analyze bare_question`.execute(db)
}

/** The places of what full text search finds, best first. */
export async function findBare(db: Db, { text, limit }: { text: string; limit: number }): Promise<number[]> {
  const found = await sql<{ place: number }>`
    select place from bare_question, websearch_to_tsquery('english', ${text}) as query
    where words @@ query order by ts_rank_cd(words, query) desc, place limit ${limit}`.execute(db)
  return found.rows.map(({ place }) => place)
}

/** The words of texts, each with how many times it stands there. */
export async function countWords(db: Db, texts: readonly string[]): Promise<CountedWords[]> {
  const counted: CountedWords[] = []
  for (let begin = 0; begin < texts.length; begin += BATCH) {
    const found = await sql<{ words: [string, number][] }>`
      select coalesce((
        select json_agg(json_build_array(w.lexeme, coalesce(array_length(w.positions, 1), 1)))
        from unnest(to_tsvector('english', given.text)) w), '[]') as words
      from unnest(${texts.slice(begin, begin + BATCH)}::text[]) with ordinality as given (text, place)
      order by given.place`.execute(db)
    counted.push(...found.rows.map(({ words }) => new Map(words)))
  }
  return counted
}
