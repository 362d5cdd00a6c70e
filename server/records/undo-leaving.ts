import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { records } from '#contract/records'
import type { Done } from '#contract/ref'
import { atomically, type Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { rolesChanged, unsealPerson } from '#rooms/people'
import { renameMentions } from '#rooms/spaces'
import { personLeft } from './events.ts'
import { undoUntil } from './leaving.ts'

/** A former colleague is named again, may come in, and has their addresses as far as nobody took them. */
export async function undoLeaving(ctx: Ctx, { id }: InputOf<typeof records.undoLeaving>): Promise<Done> {
  return atomically(ctx, async (ctx) => {
    const { db, now } = ctx
    const found = await sql<{ leftAt: Temporal.Instant }>`
      delete from records.leaving where person_id = ${id} and becomes = 'former' returning left_at as "leftAt"`.execute(
      db,
    )
    const leftAt = found.rows[0]?.leftAt
    const isInTime = leftAt !== undefined && Temporal.Instant.compare(now, undoUntil(leftAt)) < 0
    const name = isInTime ? await unsealPerson(db, id) : undefined
    if (name === undefined) {
      throw refusal('not-found', 'nothing-to-undo', 'Nobody left whom this would bring back.')
    }
    await renameMentions(db, { personId: id, name, reach: 'noted' })
    await ctx.emit(rolesChanged(id))
    await ctx.emit(personLeft(id))
    return { done: true }
  })
}
