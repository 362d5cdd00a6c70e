import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { NoticeSettingsReply, notices } from '#contract/notices'
import type { Ctx } from '#platform/ctx'
import { tellPeople } from '#platform/live-people'
import { settingsReply } from './settings-reply.ts'
import { requireSource } from './sources.ts'

export async function unmuteSource(
  ctx: Ctx,
  source: InputOf<typeof notices.unmuteSource>,
): Promise<NoticeSettingsReply> {
  const { personId } = ctx.viewer
  const targetId = await requireSource(ctx, source)
  await sql`delete from notices.muted where person_id = ${personId} and target_id = ${targetId}`.execute(
    ctx.db,
  )
  await tellPeople(ctx.db, { personIds: [personId], event: 'notices-changed' })
  return settingsReply(ctx)
}
