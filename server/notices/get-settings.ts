import type { InputOf } from '#contract/endpoint'
import type { NoticeSettingsReply, notices } from '#contract/notices'
import type { Ctx } from '#platform/ctx'
import { settingsReply } from './settings-reply.ts'

export function getSettings(
  ctx: Ctx,
  _input: InputOf<typeof notices.getSettings>,
): Promise<NoticeSettingsReply> {
  return settingsReply(ctx)
}
