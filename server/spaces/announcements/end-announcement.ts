import { sql } from 'kysely'
import type { announcements } from '#contract/announcements'
import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { telling } from '#platform/live-happening'
import { refuseIf } from '#platform/refusal'
import { wordsChanged } from '../live-happenings.ts'
import { asSaid } from '../words.ts'
import { requireAnnouncement } from './access.ts'
import { whyNotEnd } from './announcement.ts'

/** Takes an announcement off the top for everybody; the post stays where it is. */
export async function endAnnouncement(
  ctx: Ctx,
  { postId }: InputOf<typeof announcements.endAnnouncement>,
): Promise<Done> {
  const held = await requireAnnouncement(ctx, postId)
  refuseIf(whyNotEnd(held, ctx.viewer))
  await sql`
    update spaces.thread set announced_at = null where post_id = ${postId}
    returning ${telling(wordsChanged({ ...held, saidId: asSaid(postId) }))}`.execute(ctx.db)
  return { done: true }
}
