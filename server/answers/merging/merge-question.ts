import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Merging, merging } from '#contract/merging'
import type { Ctx } from '#platform/ctx'
import { refuseIf } from '#platform/refusal'
import { tellOfThread } from '#rooms/notices'
import { type HeldQuestion, requireQuestion } from '../access.ts'
import { mergingFor } from './get-merging.ts'
import { lockMerging, personIn, requireRoot, tellChanged } from './held.ts'
import { type Pair, whyNotChange, whyNotMerge } from './merging.ts'

/** Leads from a question to the one that was first. Nothing of it is changed or copied, so that it can be taken apart. */
export async function mergeQuestion(
  ctx: Ctx,
  { postId, intoPostId }: InputOf<typeof merging.mergeQuestion>,
): Promise<Merging> {
  await lockMerging(ctx)
  const merged = await requireQuestion(ctx, postId)
  const root = await requireRoot(ctx, await requireQuestion(ctx, intoPostId))
  refuseIf(whyNotChange(merged, await personIn(ctx, merged.spaceId)))
  refuseIf(whyNotMerge({ merged, root, ...(await readPair(ctx, { merged, root })) }))
  await keepMerging(ctx, { merged, root })
  await tellChanged(ctx, [postId, root.postId])
  // Whose name is kept from everybody cannot be told either; they see it when they look at their question.
  if (merged.strength !== 'anonymous')
    await tellOfThread(ctx, { personId: merged.authorId, postId, how: 'merged', byId: ctx.viewer.personId })
  return mergingFor(ctx, await requireQuestion(ctx, postId))
}

type Two = { merged: HeldQuestion; root: HeldQuestion }

async function readPair({ db }: Ctx, { merged, root }: Two): Promise<Pick<Pair, 'together' | 'allMayRead'>> {
  const found = await sql<{ together: number; allMayRead: boolean }>`
    select
      ((select count(*) from answers.merged_under(${root.postId}))
        + (select count(*) from answers.merged_under(${merged.postId})) - 1)::int as together,
      (select bool_and(spaces.all_may_read(p.space_id, ${root.spaceId}))
        from answers.merged_under(${merged.postId}) u join spaces.question_post p on p.post_id = u.post_id) as "allMayRead"`.execute(
    db,
  )
  const [pair] = found.rows
  if (pair === undefined) throw new Error('two questions make a pair')
  return pair
}

async function keepMerging({ db, viewer, now }: Ctx, { merged, root }: Two): Promise<void> {
  const made = await sql<{ row: string }>`
    insert into answers.question as q (post_id) values (${merged.postId}) on conflict do nothing
    returning to_jsonb(q)::text as row`.execute(db)
  await sql`
    insert into answers.merging (post_id, into_id, by_id, at, made_row)
    values (${merged.postId}, ${root.postId}, ${viewer.personId}, ${now}, ${made.rows[0]?.row ?? null})`.execute(
    db,
  )
}
