// Letting somebody go: what leaving and being removed have in common.
import { sql } from 'kysely'
import type { Becomes } from '#contract/records'
import type { PersonId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { endSessionsOf } from '#rooms/auth'
import { closePerson, FORMER_NAME, freeAddresses, personDeactivated, sealPerson } from '#rooms/people'
import { endScheduled, renameMentions } from '#rooms/spaces'
import { personLeft } from './events.ts'

/**
 * Ends the way in of a person. Their addresses are free at once; of who keeps their name too, as nothing of theirs is
 * sealed that could be brought back.
 */
export async function letGo(ctx: Ctx, { id, becomes }: { id: PersonId; becomes: Becomes }): Promise<void> {
  const { db, now } = ctx
  await sql`
    insert into records.leaving (person_id, left_at, becomes, by_id)
    values (${id}, ${now}, ${becomes}, ${ctx.viewer.personId})
    on conflict (person_id) do update set left_at = excluded.left_at, becomes = excluded.becomes, by_id = excluded.by_id`.execute(
    db,
  )
  if (becomes === 'former') {
    await sealPerson(db, { id, at: now })
    await renameMentions(db, { personId: id, name: FORMER_NAME, reach: 'noted' })
  } else {
    await closePerson(db, { id, at: now })
    await freeAddresses(db, id)
  }
  await endScheduled(db, id)
  await endSessionsOf(db, [id])
  await ctx.emit(personDeactivated(id))
  await ctx.emit(personLeft(id))
}
