import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { NoticeSettingsReply, notices } from '#contract/notices'
import type { Ctx } from '#platform/ctx'
import { settingsReply } from './settings-reply.ts'
import { requireSpaceOfNotices } from './sources.ts'

/** Whoever wants every post of a space wants to hear of it: it is muted no longer. */
export async function tellEveryPost(
  ctx: Ctx,
  { spaceId, isWanted }: InputOf<typeof notices.tellEveryPost>,
): Promise<NoticeSettingsReply> {
  const { personId } = ctx.viewer
  await requireSpaceOfNotices(ctx, spaceId)
  if (isWanted) {
    await sql`
      insert into notices.every_post (space_id, person_id, at) values (${spaceId}, ${personId}, ${ctx.now})
      on conflict do nothing`.execute(ctx.db)
    await sql`delete from notices.muted where person_id = ${personId} and target_id = ${spaceId}`.execute(
      ctx.db,
    )
  } else
    await sql`delete from notices.every_post where person_id = ${personId} and space_id = ${spaceId}`.execute(
      ctx.db,
    )
  return settingsReply(ctx)
}
