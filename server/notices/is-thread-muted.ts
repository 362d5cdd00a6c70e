import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { notices } from '#contract/notices'
import type { PersonRef, PostId, SaidId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { requireThread } from '#rooms/spaces'

const DEADLINES_MAX = 20

type Reply = ReplyOf<typeof notices.isThreadMuted>

export async function isThreadMuted(
  ctx: Ctx,
  { postId }: InputOf<typeof notices.isThreadMuted>,
): Promise<Reply> {
  await requireThread(ctx, postId)
  const found = await sql`
    select from notices.muted where person_id = ${ctx.viewer.personId} and target_id = ${postId}`.execute(
    ctx.db,
  )
  return { isMuted: found.rows.length > 0, deadlines: await listDeadlines(ctx, postId) }
}

/** What in a thread needs an answer by a time to come, the soonest first. */
async function listDeadlines(ctx: Ctx, postId: PostId): Promise<Reply['deadlines']> {
  const found = await sql<{ saidId: SaidId; author: PersonRef; dueAt: Temporal.Instant }>`
    select d.said_id as "saidId", author.ref as author, d.due_at as "dueAt"
    from notices.deadline d
    join spaces.said w on w.said_id = d.said_id and w.deleted_at is null
    join people.person_card author on author.id = d.author_id
    where d.post_id = ${postId} and d.due_at > ${ctx.now}
    order by d.due_at, d.said_id limit ${DEADLINES_MAX}`.execute(ctx.db)
  return found.rows.map(({ saidId, author, dueAt }) => ({ saidId, author, dueAt: dueAt.toString() }))
}
