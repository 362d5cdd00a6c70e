import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { requirePerson } from '#rooms/people'
import { requireReadableSpace, requireThread } from './access.ts'
import { noteSeen } from './seen.ts'

export async function follow(ctx: Ctx, input: InputOf<typeof spaces.follow>): Promise<Done> {
  await requireFollowable(ctx, input)
  await sql`
    insert into spaces.follow (person_id, what, target_id, at)
    values (${ctx.viewer.personId}, ${input.what}, ${input.id}, ${ctx.now})
    on conflict do nothing`.execute(ctx.db)
  // What was said before one began to follow is not new.
  if (input.what !== 'thread') {
    await noteSeen(ctx.db, { personId: ctx.viewer.personId, targetId: input.id, at: ctx.now })
  }
  return { done: true }
}

async function requireFollowable(ctx: Ctx, input: InputOf<typeof spaces.follow>): Promise<void> {
  if (input.what === 'space') await requireReadableSpace(ctx, input.id)
  else if (input.what === 'thread') await requireThread(ctx, input.id)
  else {
    await requirePerson(ctx, input.id)
    if (input.id === ctx.viewer.personId)
      throw refusal('invalid', 'follow-yourself', 'You need not follow yourself.')
  }
}
