// What somebody was told of, and how they want to be told.
import { sql } from 'kysely'
import { type AfterOwn, inPages, jsonList, jsonOne, type OwnData, type OwnQuestion } from '#platform/own-data'

type Row = { id: string; at: Temporal.Instant }

const readPage =
  ({ db, personId }: OwnQuestion) =>
  async ({ at, id, limit }: AfterOwn) => {
    const found = await sql<Row>`
      select post_id as id, last_at as at, first_at as "firstAt", read_at as "readAt"
      from notices.notice where person_id = ${personId} and (last_at, post_id) > (${at}::timestamptz, ${id}::uuid)
      order by last_at, post_id limit ${limit}`.execute(db)
    return found.rows
  }

async function readChoices({ db, personId }: OwnQuestion): Promise<unknown> {
  const found = await sql<{ choices: unknown }>`
    select json_build_object(
      'preference', (select to_jsonb(p) - 'person_id' from notices.preference p where p.person_id = ${personId}),
      'muted', array(select to_jsonb(m) - 'person_id' from notices.muted m where m.person_id = ${personId}),
      'told', array(select to_jsonb(t) - 'person_id' from notices.told t where t.person_id = ${personId}),
      'everyPostOf', array(select e.space_id from notices.every_post e where e.person_id = ${personId}),
      'mayInterrupt', array(select i.by_id from notices.may_interrupt i where i.person_id = ${personId})
    ) as choices`.execute(db)
  return found.rows[0]?.choices ?? {}
}

export const noticesOwnData: OwnData = {
  entries: async function* (asked) {
    yield jsonList('notices.json', inPages(readPage(asked)))
    yield jsonOne('notice-choices.json', await readChoices(asked))
  },
  forget: async ({ db, personId }) => {
    for (const table of [
      'notice',
      'muted',
      'told',
      'every_post',
      'preference',
      'due',
      'batch',
      'push_subscription',
    ]) {
      await sql`delete from ${sql.id('notices', table)} where person_id = ${personId}`.execute(db)
    }
    await sql`delete from notices.may_interrupt where person_id = ${personId} or by_id = ${personId}`.execute(
      db,
    )
  },
}
