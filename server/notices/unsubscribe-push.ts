import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { NoticeSettingsReply, notices } from '#contract/notices'
import type { Ctx } from '#platform/ctx'
import { settingsReply } from './settings-reply.ts'

export async function unsubscribePush(
  ctx: Ctx,
  { endpoint }: InputOf<typeof notices.unsubscribePush>,
): Promise<NoticeSettingsReply> {
  await sql`
    delete from notices.push_subscription
    where endpoint = ${endpoint} and person_id = ${ctx.viewer.personId}`.execute(ctx.db)
  return settingsReply(ctx)
}
