import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Merging, merging } from '#contract/merging'
import type { Ctx } from '#platform/ctx'
import { refusal, refuseIf } from '#platform/refusal'
import { takeBackTold } from '#rooms/notices'
import { requireQuestion } from '../access.ts'
import { mergingFor } from './get-merging.ts'
import { lockMerging, personIn, tellChanged } from './held.ts'
import { whyNotChange } from './merging.ts'

/** Takes a question apart again, together with those that were merged into it before. */
export async function unmergeQuestion(
  ctx: Ctx,
  { postId }: InputOf<typeof merging.unmergeQuestion>,
): Promise<Merging> {
  await lockMerging(ctx)
  const merged = await requireQuestion(ctx, postId)
  refuseIf(whyNotChange(merged, await personIn(ctx, merged.spaceId)))
  const taken = await sql<{ madeRow: string | null }>`
    delete from answers.merging where post_id = ${postId}
    returning made_row::text as "madeRow"`.execute(ctx.db)
  const [row] = taken.rows
  if (row === undefined)
    throw refusal('conflict', 'not-merged', 'This question is not merged into another one.')
  // What merging made goes with it, unless something was done with the question since.
  await sql`
    delete from answers.question q where q.post_id = ${postId} and to_jsonb(q) = ${row.madeRow}::jsonb`.execute(
    ctx.db,
  )
  await tellChanged(ctx, [postId, ...(merged.mergedInto === null ? [] : [merged.mergedInto])])
  await takeBackTold(ctx.db, { postId, how: 'merged' })
  return mergingFor(ctx, await requireQuestion(ctx, postId))
}
