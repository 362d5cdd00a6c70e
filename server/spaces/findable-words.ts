// What posts and replies are found by: their language, their words, and what they hold.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId, SaidId } from '#contract/ref'
import type { Db } from '#platform/db'
import { languagesOf } from '#rooms/people'
import { findableText, formsIn } from './findable-text.ts'
import { configOf, type Detected, detectLanguage, languageAmong, languageCode } from './languages.ts'
import { noteTopics } from './topic-use.ts'
import { topicsIn } from './words.ts'

export type Findable = {
  language: string
  /** The text search configuration of the language. */
  config: string
  title: string
  words: string
  marks: string[]
}

type Written = { title: string | undefined; body: string }

const LINK = /https?:\/\//i
/** What is assumed of words in a network of which nothing else is known. */
const LANGUAGE_OF_NOBODY = 'en'

/** What something is found by that one person writes; what is short is taken to be in a language of theirs. */
export async function findableOf(db: Db, said: Written & { authorId: PersonId }): Promise<Findable> {
  const texts = textsOf(said)
  const detected = await detectLanguage(texts.all)
  const clear = detected.isClear ? detected.languages[0] : undefined
  const language = clear ?? (await languageByAuthor(db, detected, said.authorId))
  return { ...texts.kept, language, config: configOf(language) }
}

/** The same for many that came from elsewhere; what is short is taken to be in the language of most of the others. */
export async function findableOfMany<W extends Written>(
  words: readonly W[],
): Promise<(W & { findable: Findable })[]> {
  const read = []
  for (const each of words) {
    const texts = textsOf(each)
    read.push({ each, texts, language: (await detectLanguage(texts.all)).languages[0] })
  }
  const most = mostOf(read.flatMap(({ language }) => language ?? [])) ?? LANGUAGE_OF_NOBODY
  return read.map(({ each, texts, language = most }) => ({
    ...each,
    findable: { ...texts.kept, language, config: configOf(language) },
  }))
}

/** The vector of something findable, as SQL. */
export function vectorOf(
  { config, title, words, marks }: Findable,
  at: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`spaces.vector_of(${config}::regconfig, ${title}, ${words}, ${marks}::text[], ${at})`
}

/** A statement for a `with`: notes that a language is spoken here, once. */
export function notingLanguage({ language, config }: Findable): RawBuilder<unknown> {
  return sql`
    insert into spaces.language_use (language, config)
    select ${language}, ${config}
    where not exists (select from spaces.language_use where language = ${language})
    on conflict do nothing`
}

/** Notes the languages, the vocabulary and the topics of many posts and replies that are written. */
export async function noteFindable(
  db: Db,
  written: readonly { id: SaidId; body: string; findable: Findable }[],
): Promise<void> {
  await noteLanguages(
    db,
    written.map(({ findable }) => findable),
  )
  await learnForms(
    db,
    written.flatMap(({ findable }) => [findable.title, findable.words]),
  )
  await noteTopics(
    db,
    written.map(({ id, body }) => ({ saidId: id, topics: topicsIn(body) })),
  )
}

async function noteLanguages(db: Db, found: readonly Findable[]): Promise<void> {
  const configs = new Map(found.map(({ language, config }) => [language, config]))
  if (configs.size === 0) return
  await sql`
    insert into spaces.language_use (language, config)
    select * from unnest(${[...configs.keys()]}::text[], ${[...configs.values()]}::text[])
    on conflict do nothing`.execute(db)
}

/** Takes the words of texts, as `findableText` gives them, into the vocabulary that typos are mended by. */
export async function learnForms(db: Db, texts: readonly string[]): Promise<void> {
  const forms = formsIn(texts)
  if (forms.length === 0) return
  // Most are known, and to look is cheaper than to try; in order, so that two who learn at once do not block each other.
  await sql`
    insert into spaces.word_form (form)
    select fresh.form from unnest(${forms}::text[]) as fresh (form)
    where not exists (select from spaces.word_form known where known.form = fresh.form)
    order by fresh.form
    on conflict do nothing`.execute(db)
}

function textsOf({ title = '', body }: Written) {
  const kept = {
    title: findableText(title),
    words: findableText(body),
    marks: LINK.test(body) ? ['/link'] : [],
  }
  return { kept, all: kept.title === '' ? kept.words : `${kept.title} ${kept.words}` }
}

async function languageByAuthor(db: Db, detected: Detected, authorId: PersonId): Promise<string> {
  const spoken = (await languagesOf(db, authorId)).flatMap((named) => languageCode(named) ?? [])
  return languageAmong(detected, spoken) ?? spoken[0] ?? (await languageOfNetwork(db))
}

async function languageOfNetwork(db: Db): Promise<string> {
  const found = await sql<{ language: string }>`
    select language from spaces.language_use order by said_count desc, language limit 1`.execute(db)
  return found.rows[0]?.language ?? LANGUAGE_OF_NOBODY
}

function mostOf(languages: readonly string[]): string | undefined {
  const counts = Object.entries(Object.groupBy(languages, (language) => language))
  return counts.toSorted(([, one = []], [, other = []]) => other.length - one.length)[0]?.[0]
}
