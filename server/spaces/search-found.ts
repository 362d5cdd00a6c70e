// Finds as the contract has them: with what was found marked in title and excerpt.
import { sql } from 'kysely'
import type { Found } from '#contract/search'
import type { Db } from '#platform/db'
import { spaceRef } from './json-parts.ts'
import { configOf } from './languages.ts'
import { excerptOf, type Mark, marked, plainText } from './search-excerpts.ts'
import { readMarks, type Sought } from './search-marks.ts'

/** Something that the viewer was found to be allowed to read. */
export type Find = { id: string; isReply: boolean }

/** A find, and the words that are marked in it, each with its place in the question. */
export type Shown = { found: Found; words: { word: string; place: number }[] }

/** So much of a text is looked through for its best passage. */
const CHARACTERS_READ = 20_000

type Row = Omit<Found, 'excerpt'> & { body: string; language: string | null }

/** Reads finds in the order given. */
export async function readFound(db: Db, finds: readonly Find[], sought: readonly Sought[]): Promise<Shown[]> {
  if (finds.length === 0) return []
  const rows = await readRows(db, finds)
  const texts = rows.flatMap(({ title, body, language }) => {
    const config = configOf(language ?? 'en')
    return [
      { text: title ?? '', config },
      { text: plainText(body), config },
    ]
  })
  const marks = sought.length === 0 ? texts.map(() => []) : await readMarks(db, texts, sought)
  return rows.map(({ body, language, ...row }, index) => {
    const [title, words] = [texts[index * 2], texts[index * 2 + 1]].map((each) => each?.text ?? '')
    const [inTitle = [], inWords = []] = [marks[index * 2], marks[index * 2 + 1]]
    const found = {
      ...row,
      title: row.title === null ? null : marked(title ?? '', row.replyId === null ? inTitle : []),
      excerpt: excerptOf(words ?? '', inWords),
    }
    return { found, words: [...wordsAt(title ?? '', inTitle), ...wordsAt(words ?? '', inWords)] }
  })
}

function wordsAt(text: string, marks: readonly Mark[]) {
  return marks.map(({ start, end, place }) => ({ word: text.slice(start, end), place }))
}

async function readRows(db: Db, finds: readonly Find[]): Promise<Row[]> {
  const found = await sql<{ rows: Row[] | null }>`
    select json_agg(json_build_object(
      'saidId', f.id, 'postId', p.id, 'replyId', r.id, 'kind', p.kind, 'title', p.title,
      'body', left(coalesce(r.body, p.body), ${CHARACTERS_READ}::int), 'language', coalesce(r.language, p.language),
      'author', author.ref, 'space', ${spaceRef}, 'at', coalesce(r.created_at, p.created_at)
    ) order by f.rank) as rows
    from unnest(${finds.map(({ id }) => id)}::uuid[], ${finds.map(({ isReply }) => isReply)}::boolean[])
      with ordinality as f (id, is_reply, rank)
    left join spaces.reply r on f.is_reply and r.id = f.id
    join spaces.post p on p.id = coalesce(r.post_id, f.id)
    join spaces.space s on s.id = p.space_id
    join people.person_card author on author.id = coalesce(r.author_id, p.author_id)`.execute(db)
  return found.rows[0]?.rows ?? []
}
