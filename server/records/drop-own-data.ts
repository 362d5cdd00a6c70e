import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { records } from '#contract/records'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'

/** The row goes at once, and with it the way to the bytes; those are swept within the hour. */
export async function dropOwnData(
  { db, viewer }: Ctx,
  { copyId }: InputOf<typeof records.dropOwnData>,
): Promise<Done> {
  await sql`
    delete from records.own_data where id = ${copyId} and person_id = ${viewer.personId}`.execute(db)
  return { done: true }
}
