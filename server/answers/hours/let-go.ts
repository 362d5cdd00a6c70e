import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx'
import type { HeldQueued } from './access.ts'
import { tellMoved } from './happenings.ts'

/** A question that was dealt with is not the one on top any more; open pages are told. */
export async function letGo({ db }: Ctx, { postId, hours }: HeldQueued): Promise<void> {
  await sql`
    update answers.hours set called_id = null where id = ${hours.id} and called_id = ${postId}`.execute(db)
  await tellMoved(db, hours.id)
}
