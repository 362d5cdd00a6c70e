import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { GroupId, namedGroups, OpenGroup } from '#contract/named-groups'
import type { Done, PersonId } from '#contract/ref'
import { atomically, type Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import { refusal, refuseIf } from '#platform/refusal'
import { mayMakeGroups, requireGroup, whyNotChangeGroup, whyNotMakeGroup } from './access.ts'

export async function makeNamedGroup(
  given: Ctx,
  { name, personIds }: InputOf<typeof namedGroups.makeNamedGroup>,
): Promise<OpenGroup> {
  return atomically(given, async (ctx) => {
    refuseIf(whyNotMakeGroup({ mayMake: await mayMakeGroups(ctx) }))
    const id = newId<GroupId>(ctx.now)
    await refuseTakenName(ctx, { id, name })
    await sql`
      insert into spaces.named_group (id, name, made_by, made_at)
      values (${id}, ${name}, ${ctx.viewer.personId}, ${ctx.now})`.execute(ctx.db)
    await putMembers(ctx, id, personIds)
    return requireGroup(ctx, id)
  })
}

export async function changeNamedGroup(
  given: Ctx,
  { groupId, name, personIds }: InputOf<typeof namedGroups.changeNamedGroup>,
): Promise<OpenGroup> {
  return atomically(given, async (ctx) => {
    refuseIf(whyNotChangeGroup(await requireGroup(ctx, groupId)))
    if (name !== undefined) {
      await refuseTakenName(ctx, { id: groupId, name })
      await sql`update spaces.named_group set name = ${name} where id = ${groupId}`.execute(ctx.db)
    }
    if (personIds !== undefined) await putMembers(ctx, groupId, personIds)
    return requireGroup(ctx, groupId)
  })
}

export async function removeNamedGroup(
  ctx: Ctx,
  { groupId }: InputOf<typeof namedGroups.removeNamedGroup>,
): Promise<Done> {
  refuseIf(whyNotChangeGroup(await requireGroup(ctx, groupId)))
  await sql`delete from spaces.named_group where id = ${groupId}`.execute(ctx.db)
  return { done: true }
}

/** Two groups of one name could not be told apart where they are mentioned. */
async function refuseTakenName(ctx: Ctx, { id, name }: { id: GroupId; name: string }): Promise<void> {
  // Until the end of the transaction nobody else takes a name.
  await sql`lock table spaces.named_group in share row exclusive mode`.execute(ctx.db)
  const taken = await sql`
    select from spaces.named_group where lower(name) = lower(${name}) and id <> ${id}`.execute(ctx.db)
  if (taken.rows.length > 0) {
    throw refusal('conflict', 'name-taken', 'There is a group called {name} already.', { name })
  }
}

/** Guests and those who left are in no group. */
async function putMembers({ db }: Ctx, id: GroupId, personIds: readonly PersonId[]): Promise<void> {
  const wanted = [...new Set(personIds)]
  const insiders = await sql<{ id: PersonId }>`
    select i.id from people.insider i where i.id = any (${wanted}::uuid[])`.execute(db)
  if (insiders.rows.length < wanted.length) {
    throw refusal(
      'invalid',
      'not-of-the-house',
      'A group holds people of the house only, and nobody who left.',
    )
  }
  await sql`
    delete from spaces.named_group_member where group_id = ${id} and person_id <> all (${wanted}::uuid[])`.execute(
    db,
  )
  await sql`
    insert into spaces.named_group_member (group_id, person_id)
    select ${id}, unnest(${wanted}::uuid[]) on conflict do nothing`.execute(db)
}
