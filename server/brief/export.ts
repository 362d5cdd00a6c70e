// What somebody wrote and chose in their briefs.
import { sql } from 'kysely'
import { type AfterOwn, inPages, jsonList, jsonOne, type OwnData, type OwnQuestion } from '#platform/own-data'
import { attentionEntries } from './attention/export.ts'
import { delegateEntries, forgetDelegates } from './delegates/export.ts'

type Row = { id: string; at: Temporal.Instant; prompt: string | null; body: string }

const readPage =
  ({ db, personId }: OwnQuestion) =>
  async ({ at, id, limit }: AfterOwn) => {
    const found = await sql<Row>`
      select id, at, prompt, body from brief.reflection
      where person_id = ${personId} and (at, id) > (${at}::timestamptz, ${id}::uuid)
      order by at, id limit ${limit}`.execute(db)
    return found.rows
  }

async function* asMarkdown(rows: AsyncIterable<Row>): AsyncIterable<string> {
  yield '# Reflections\n'
  for await (const { at, prompt, body } of rows) {
    yield `\n## ${at.toString().slice(0, 10)}\n\n${prompt === null ? '' : `> ${prompt}\n\n`}${body}\n`
  }
}

async function readChoices({ db, personId }: OwnQuestion): Promise<unknown> {
  const found = await sql<{ choices: unknown }>`
    select to_jsonb(p) - 'person_id' as choices from brief.preference p where p.person_id = ${personId}`.execute(
    db,
  )
  return found.rows[0]?.choices ?? {}
}

export const briefOwnData: OwnData = {
  entries: async function* (asked) {
    yield jsonList('reflections.json', inPages(readPage(asked)))
    yield { path: 'reflections.md', text: asMarkdown(inPages(readPage(asked))) }
    yield jsonOne('brief-choices.json', await readChoices(asked))
    yield* delegateEntries(asked)
    yield* attentionEntries(asked)
  },
  forget: async ({ db, personId }) => {
    await forgetDelegates({ db, personId })
    for (const table of [
      'due',
      'sending',
      'carried',
      'promise',
      'pace',
      'outcome',
      'brief',
      'reflection',
      'preference',
    ]) {
      await sql`delete from ${sql.id('brief', table)} where person_id = ${personId}`.execute(db)
    }
  },
}
