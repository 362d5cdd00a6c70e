// Words that somebody may have meant who mistyped one: from the network's own vocabulary, and only what stands in
// something that the viewer may read.
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import { folded } from './findable-text.ts'
import { phrasesOf } from './search-words.ts'
import { formsOneEditAway, isNear } from './typos.ts'

const LIKE_MAX = 40
const MEANT_MAX = 4
const OFTEN = 3
/** How much of what a word finds is looked at to tell how much of it the viewer sees. */
const LOOKED_AT_MAX = 500

/** A word that may have been meant, and the queries that find it. */
export type Meant = { form: string; queries: string[] }

type Typed = { typed: string; queries: readonly string[]; viewerId: PersonId; configs: readonly string[] }

/** What may have been meant, best first: the fewest mistakes, then what the viewer finds most of. */
export async function findMeant(db: Db, { typed, queries: own, viewerId, configs }: Typed): Promise<Meant[]> {
  const word = folded(typed)
  const near = formsOneEditAway(word)
  if (near.length === 0) return []
  const known = await sql<{ form: string }>`
    select f.form from spaces.word_form f where f.form = any (${near}::text[])
    union
    select f.form from spaces.forms_like(${word}, ${LIKE_MAX}) as f (form) where length(${word}) >= 8`.execute(
    db,
  )
  const forms = known.rows.map(({ form }) => form).filter((form) => form !== word && isNear(word, form))
  if (forms.length === 0) return []
  const queries = await phrasesOf(db, forms, configs)
  const seen = await countSeen(db, viewerId, new Map([...queries, [word, [...own]]]))
  // Whoever sees the word itself often enough meant it.
  if ((seen.get(word) ?? 0) >= OFTEN) return []
  return forms
    .map((form) => ({ form, queries: queries.get(form) ?? [], count: seen.get(form) ?? 0 }))
    .filter(({ count }) => count > 0)
    .toSorted(
      (a, b) => Number(isNear(word, b.form, 1)) - Number(isNear(word, a.form, 1)) || b.count - a.count,
    )
    .slice(0, MEANT_MAX)
}

/** How much of what each form finds the viewer sees; what is hidden is not counted, and takes no longer than it must. */
async function countSeen(
  db: Db,
  viewerId: PersonId,
  queries: ReadonlyMap<string, string[]>,
): Promise<Map<string, number>> {
  const asked = [...queries].map(([form, each]) => ({ form, query: each.join(' | ') }))
  const counted = await sql<{ form: string; count: number }>`
    with visible as materialized (select v.space_id from spaces.visible_space(${viewerId}) v)
    select a.form, count(*) as count
    from jsonb_to_recordset(${JSON.stringify(asked)}::jsonb) as a (form text, query tsquery)
    cross join lateral (
      (select p.space_id from spaces.post p where p.found_by @@ a.query and p.deleted_at is null limit ${LOOKED_AT_MAX})
      union all
      (select r.space_id from spaces.reply r where r.found_by @@ a.query and r.deleted_at is null limit ${LOOKED_AT_MAX})
    ) said
    where said.space_id in (select space_id from visible)
    group by a.form`.execute(db)
  return new Map(counted.rows.map(({ form, count }) => [form, count]))
}
