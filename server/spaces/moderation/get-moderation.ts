import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { moderation } from '#contract/moderation'
import type { Ctx } from '#platform/ctx'
import { requireWords } from '../access.ts'
import { isSteward } from './access.ts'
import { whyNotReport } from './case.ts'

type Reply = ReplyOf<typeof moderation.getModeration>
type Facts = { hasReported: boolean; isLocked: boolean; isConversation: boolean }

/** What the viewer may do about something that they read, so that no screen derives a right. */
export async function getModeration(
  ctx: Ctx,
  { saidId }: InputOf<typeof moderation.getModeration>,
): Promise<Reply> {
  const viewerId = ctx.viewer.personId
  const said = await requireWords(ctx, saidId)
  const { hasReported, isLocked, isConversation } = await findFacts(ctx, said)
  const moderates = said.isKeeper || isSteward(ctx)
  const judges = moderates && said.authorId !== viewerId
  const moderatesThread = moderates && said.replyId === undefined
  return {
    report: !hasReported && whyNotReport(said, viewerId) === undefined,
    hasReported,
    hide: judges && !said.isDeleted,
    restore: judges && said.isHidden,
    lock: moderatesThread && !isLocked && !said.isDeleted,
    unlock: moderatesThread && isLocked,
    move: moderatesThread && !said.isDeleted && !isConversation,
  }
}

async function findFacts(ctx: Ctx, said: Awaited<ReturnType<typeof requireWords>>): Promise<Facts> {
  const found = await sql<Facts>`
    select p.locked is not null as "isLocked", s.is_conversation as "isConversation",
      exists (
        select from spaces.moderation_case c join spaces.report r on r.case_id = c.id
        where c.said_id = ${said.saidId} and c.state = 'open' and r.person_id = ${ctx.viewer.personId}
      ) as "hasReported"
    from spaces.post p join spaces.space s on s.id = p.space_id where p.id = ${said.postId}`.execute(ctx.db)
  return found.rows[0] ?? { hasReported: false, isLocked: false, isConversation: false }
}
