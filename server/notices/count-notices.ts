import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { notices } from '#contract/notices'
import type { Ctx } from '#platform/ctx'
import { readUnread } from './read-notices.ts'

/** From here on unread notices are not counted any further. */
const UNREAD_MAX = 100

type Reply = ReplyOf<typeof notices.countNotices>

export async function countNotices(ctx: Ctx, _input: InputOf<typeof notices.countNotices>): Promise<Reply> {
  const unread = await readUnread(ctx.db, { viewerId: ctx.viewer.personId, limit: UNREAD_MAX })
  return {
    count: unread.length,
    threads: unread.map(({ postId, at }) => ({ postId, at: at.toString() })),
    deviceZone: await findDeviceZone(ctx),
  }
}

/** What a page compares with its own: the device's zone counts on a journey, and where the profile names none. */
async function findDeviceZone({ db, viewer }: Ctx): Promise<string | null> {
  const found = await sql<{ isTravelling: boolean; zone: string | null }>`
    select is_travelling as "isTravelling", device_zone as zone
    from notices.preference where person_id = ${viewer.personId}`.execute(db)
  const kept = found.rows[0]
  return kept?.isTravelling || viewer.timeZone === undefined ? (kept?.zone ?? '') : null
}
