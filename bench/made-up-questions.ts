// A network in which only questions are asked: made up, the same for the same seed, and written in bulk.
import type pg from 'pg'
import type { PersonId, SpaceId } from '#contract/ref'
import { idOf } from '#platform/ids'
import { type Chance, chanceFrom } from './chance.ts'
import { copyRows } from './copy-rows.ts'
import { type Writer, writerFrom } from './made-up-words.ts'

const SEED = 20_260_332
const PEOPLE = 200
const SPACES = 40
const BEGUN = Temporal.Instant.from('2025-01-01T00:00:00Z')
/** Questions begin alike, as people's do. */
const BEGINNINGS = [
  ...['How do I', 'Where can I find', 'Who knows about', 'When is the', 'What is the', 'Why does the'],
  ...['Can somebody tell me about', 'Is there a', 'How long does it take to', 'Which of us has the'],
]

export type Asked = { people: PersonId[]; spaceIds: SpaceId[] }

/** People and open spaces; each person is in one, so that asking tells somebody. */
export async function writeAskers(client: pg.Client): Promise<Asked> {
  const people = Array.from({ length: PEOPLE }, (_, at) => idOf<PersonId>('bench asker', String(at), BEGUN))
  const spaceIds = Array.from({ length: SPACES }, (_, at) => idOf<SpaceId>('bench asked', String(at), BEGUN))
  await client.query("insert into people.network (name, begun_at) values ('Bench', $1)", [BEGUN.toString()])
  await copyRows(
    client,
    'people.person (id, name, created_at)',
    people.map((id, at) => [id, `Asker ${at}`, BEGUN]),
  )
  await copyRows(
    client,
    'spaces.space (id, name, visibility, created_at)',
    spaceIds.map((id, at) => [id, `Asked ${at}`, 'open', BEGUN]),
  )
  await copyRows(
    client,
    'spaces.membership (space_id, person_id, joined_at)',
    people.map((id, at) => [spaceIds[at % SPACES] ?? '', id, BEGUN]),
  )
  return { people, spaceIds }
}

/** Adds questions number `from` to `until`; the indexes of words are built anew at the end. */
export async function writeQuestions(
  client: pg.Client,
  { people, spaceIds }: Asked,
  { from, until }: { from: number; until: number },
): Promise<void> {
  const writer = writerFrom(SEED)
  const indexes = await client.query<{ name: string; text: string }>(
    `select format('%I.%I', schemaname, indexname) as name, indexdef as text from pg_indexes
     where schemaname = 'spaces' and tablename = 'post' and indexdef like '%USING gin%'`,
  )
  for (const { name } of indexes.rows) await client.query(`drop index ${name}`)
  const rows = function* () {
    for (let number = from; number < until; number += 1) {
      const at = BEGUN.add({ seconds: 30 * number })
      const [space, person] = [spaceIds[number % spaceIds.length] ?? '', people[number % people.length] ?? '']
      yield [
        idOf('bench question', String(number), at),
        space,
        person,
        'question',
        questionOf(writer, number),
        at,
      ]
    }
  }
  await copyRows(client, 'spaces.post (id, space_id, author_id, kind, body, created_at)', rows())
  await client.query(`
    insert into spaces.thread (post_id, space_id, author_id, last_at)
    select p.id, p.space_id, p.author_id, p.created_at from spaces.post p on conflict do nothing`)
  await client.query("set maintenance_work_mem = '512MB'")
  for (const { text } of indexes.rows) await client.query(text)
  await client.query(
    "insert into spaces.language_use (language, config) values ('en', 'spaces.words_en') on conflict do nothing",
  )
  await client.query('select spaces.refresh_word_counts()')
  await client.query('vacuum analyze')
  await client.query('checkpoint').catch(() => {})
}

export function questionOf(writer: Writer, number: number): string {
  const chance = chanceFrom(Math.imul(number + 1, 2_654_435_761))
  return `${chance.pick(BEGINNINGS)} ${writer.title(chance).toLowerCase()}?`
}

/** What people type: questions that were asked, some of their words left out, in another beginning. */
export function typedQuestions(count: number, among: number): string[] {
  const writer = writerFrom(SEED)
  const chance = chanceFrom(SEED + 1)
  return Array.from({ length: count }, () => retyped(chance, questionOf(writer, chance.below(among))))
}

function retyped(chance: Chance, question: string): string {
  const words = question.replace('?', '').split(' ').slice(-5)
  const kept = words.filter(() => chance.isLikely(0.75))
  return `${chance.pick(BEGINNINGS)} ${(kept.length < 2 ? words : kept).join(' ')}`
}
