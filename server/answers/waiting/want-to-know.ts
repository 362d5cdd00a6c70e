import { sql } from 'kysely'
import type { answers, QuestionStanding } from '#contract/answers'
import type { InputOf } from '#contract/endpoint'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { follow } from '#rooms/spaces'
import { requireQuestion } from '../access.ts'
import { whyNotWait } from '../question.ts'
import { readStanding } from '../standing/read-standing.ts'

/**
 * Writes a row of one's own and locks nothing until the end, when they are counted, so that a thousand may want to know
 * at once. Open pages are not told of each: they would all ask anew a thousand times.
 */
export async function wantToKnow(
  ctx: Ctx,
  { postId }: InputOf<typeof answers.wantToKnow>,
): Promise<QuestionStanding> {
  const { personId } = ctx.viewer
  const { youAsked } = await requireQuestion(ctx, postId)
  refuseIf(whyNotWait({ isAsker: youAsked }))
  await sql`
    insert into answers.waiting (post_id, person_id, at, began_follow)
    select ${postId}, ${personId}, ${ctx.now}, not t.you_follow from spaces.thread_for(${personId}, ${postId}) t
    on conflict do nothing`.execute(ctx.db)
  await follow(ctx, { what: 'thread', id: postId })
  return readStanding(ctx, postId)
}
