import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { NoticeSettingsReply, notices } from '#contract/notices'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { settingsReply } from './settings-reply.ts'
import { requireOther } from './sources.ts'

/** Whoever lets everybody in at night has no night. */
const PEOPLE_MAX = 12

export async function letInterrupt(
  ctx: Ctx,
  { personId: byId, isAllowed }: InputOf<typeof notices.letInterrupt>,
): Promise<NoticeSettingsReply> {
  const { personId } = ctx.viewer
  await requireOther(ctx, byId)
  if (!isAllowed)
    await sql`delete from notices.may_interrupt where person_id = ${personId} and by_id = ${byId}`.execute(
      ctx.db,
    )
  else {
    await sql`
      insert into notices.may_interrupt (by_id, person_id, at) values (${byId}, ${personId}, ${ctx.now})
      on conflict do nothing`.execute(ctx.db)
    await refuseTooMany(ctx)
  }
  return settingsReply(ctx)
}

async function refuseTooMany(ctx: Ctx): Promise<void> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from notices.may_interrupt where person_id = ${ctx.viewer.personId}`.execute(
    ctx.db,
  )
  if ((found.rows[0]?.count ?? 0) > PEOPLE_MAX)
    throw refusal(
      'invalid',
      'too-many-interrupt',
      'At most {most} people may reach you in quiet hours. Take somebody off the list first.',
      { most: PEOPLE_MAX },
    )
}
