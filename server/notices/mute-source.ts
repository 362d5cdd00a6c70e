import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { NoticeSettingsReply, notices } from '#contract/notices'
import type { Ctx } from '#platform/ctx'
import { tellPeople } from '#platform/live-people'
import { settingsReply } from './settings-reply.ts'
import { requireSource } from './sources.ts'

/** Lets the viewer hear less of a space or nothing of a person, also of what came before. */
export async function muteSource(
  ctx: Ctx,
  source: InputOf<typeof notices.muteSource>,
): Promise<NoticeSettingsReply> {
  const { personId } = ctx.viewer
  const targetId = await requireSource(ctx, source)
  await sql`
    insert into notices.muted (person_id, what, target_id, at)
    values (${personId}, ${source.what}, ${targetId}, ${ctx.now})
    on conflict do nothing`.execute(ctx.db)
  await sql`delete from notices.every_post where person_id = ${personId} and space_id = ${targetId}`.execute(
    ctx.db,
  )
  await tellPeople(ctx.db, { personIds: [personId], event: 'notices-changed' })
  return settingsReply(ctx)
}
