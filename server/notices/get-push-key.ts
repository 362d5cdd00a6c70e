import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { notices } from '#contract/notices'
import type { Ctx } from '#platform/ctx'
import { readPushKeys } from './push-sender.ts'

export async function getPushKey(
  ctx: Ctx,
  _input: InputOf<typeof notices.getPushKey>,
): Promise<ReplyOf<typeof notices.getPushKey>> {
  return { key: (await readPushKeys(ctx.db)).publicKey }
}
