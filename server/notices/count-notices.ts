import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { notices } from '#contract/notices'
import type { Ctx } from '#platform/ctx'
import { readUnread } from './read-notices.ts'

/** From here on unread notices are not counted any further. */
const UNREAD_MAX = 100

type Reply = ReplyOf<typeof notices.countNotices>

export async function countNotices(ctx: Ctx, _input: InputOf<typeof notices.countNotices>): Promise<Reply> {
  const unread = await readUnread(ctx.db, { viewerId: ctx.viewer.personId, limit: UNREAD_MAX })
  return { count: unread.length, threads: unread.map(({ postId, at }) => ({ postId, at: at.toString() })) }
}
