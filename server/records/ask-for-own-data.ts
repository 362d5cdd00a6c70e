import { sql } from 'kysely'
import type { OwnDataCopy } from '#contract/records'
import type { Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import { refuseIf } from '#platform/refusal'
import { readCopies, toCopy, whyNotAsk } from './copies.ts'
import { ownDataAsked } from './events.ts'

/** A job gathers it; it lies there for a week. */
export async function askForOwnData(ctx: Ctx): Promise<OwnDataCopy> {
  const { db, now, viewer } = ctx
  refuseIf(whyNotAsk(await readCopies(db, viewer.personId), now))
  const id = newId<string>(now)
  await sql`
    insert into records.own_data (id, person_id, asked_at, state)
    values (${id}, ${viewer.personId}, ${now}, 'waiting')`.execute(db)
  await ctx.emit(ownDataAsked(id))
  return toCopy({ id, askedAt: now, state: 'waiting', readyAt: null, bytes: null })
}
