// The name in a mention: `@[Name](person:<id>)`. Who left and asked not to be named is not named in what others said
// either; names that people wrote plainly are their own words and stay.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId, SaidId } from '#contract/ref'
import type { Db } from '#platform/db'
import { findableOf, vectorOf } from './findable-words.ts'

type Naming = { personId: PersonId; name: string }

/** So many words are found anew in one go. */
const BATCH = 200

/**
 * Puts a name into every mention of a person, at once, and into earlier wordings and quoted text.
 * @param reach only where the mention was noted, which is quick, or wherever it stands
 */
export async function renameMentions(
  db: Db,
  { personId, name, reach }: Naming & { reach: 'noted' | 'everywhere' },
): Promise<void> {
  const named = namedAs({ personId, name })
  const noted = sql`select m.said_id from spaces.mention m where m.person_id = ${personId}`
  const holds = (column: RawBuilder<unknown>) => sql`position(${`(person:${personId})`} in ${column}) > 0`
  for (const table of ['post', 'reply']) {
    const where = reach === 'noted' ? sql`w.id in (${noted})` : sql`true`
    await sql`
      update ${sql.id('spaces', table)} w set body = ${named(sql`w.body`)}, folded = ${named(sql`w.folded`)}
      where ${where} and (${holds(sql`w.body`)} or ${holds(sql`coalesce(w.folded, '')`)})`.execute(db)
  }
  for (const table of ['version', 'hidden_words']) {
    const where = reach === 'noted' ? sql`v.said_id in (${noted})` : sql`true`
    await sql`
      update ${sql.id('spaces', table)} v set body = ${named(sql`v.body`)}
      where ${where} and ${holds(sql`v.body`)}`.execute(db)
  }
}

/** A backslash would mean something in a replacement, and a bracket would end the mention. */
function namedAs({ personId, name }: Naming) {
  const mention = `@\\[[^\\]\\n]{1,120}\\]\\(person:${personId}\\)`
  const plain = name.replace(/[[\]\n]/g, ' ').replaceAll('\\', '\\\\')
  return (column: RawBuilder<unknown>) =>
    sql`regexp_replace(${column}, ${mention}, ${`@[${plain}](person:${personId})`}, 'g')`
}

type Row = { id: SaidId; isReply: boolean; authorId: PersonId; title: string | null; body: string }

/** Lets words that mention somebody be found by what they say now. */
export async function findMentionsAnew(db: Db, personId: PersonId): Promise<void> {
  let after = '00000000-0000-0000-0000-000000000000'
  for (;;) {
    const found = await sql<Row>`
      select w.said_id as id, w.reply_id is not null as "isReply", w.author_id as "authorId", w.title, w.body
      from spaces.mention m join spaces.said w on w.said_id = m.said_id
      where m.person_id = ${personId} and m.said_id > ${after} and w.deleted_at is null
      order by m.said_id limit ${BATCH}`.execute(db)
    for (const row of found.rows) await findAnew(db, row)
    const last = found.rows.at(-1)
    if (last === undefined || found.rows.length < BATCH) return
    after = last.id
  }
}

async function findAnew(db: Db, { id, isReply, authorId, title, body }: Row): Promise<void> {
  const found = await findableOf(db, { authorId, title: title ?? undefined, body })
  await sql`
    update ${isReply ? sql`spaces.reply` : sql`spaces.post`} w
    set found_by = ${vectorOf(found, sql`w.created_at`)}, language = ${found.language}
    where w.id = ${id} and w.body = ${body}`.execute(db)
}
