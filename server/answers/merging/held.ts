// A question and the viewer's standing to it, as merging needs them, and the one lock under which questions are merged.
import { sql } from 'kysely'
import type { PostId, SpaceId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { telling } from '#platform/live-happening'
import { requireSpace } from '#rooms/spaces'
import { type HeldQuestion, requireQuestion } from '../access.ts'
import { questionChanged } from '../live.ts'
import type { Person } from './merging.ts'

const MERGING_LOCK = 70_697_374

/**
 * Lets nobody else merge or take apart until the transaction is over. What leads where is found step by step, so there
 * is no order in which the rows could be locked; and people merge seldom enough to do it one after the other.
 */
export async function lockMerging({ db }: Ctx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${MERGING_LOCK})`.execute(db)
}

/** How the viewer stands to the questions of a space that they may read. */
export async function personIn(ctx: Ctx, spaceId: SpaceId): Promise<Person> {
  const { isKeeper } = await requireSpace(ctx, spaceId)
  return { personId: ctx.viewer.personId, isSteward: ctx.viewer.roles.has('steward'), isKeeper }
}

/** What a question leads to in the end, itself where it was not merged. */
export async function requireRoot(ctx: Ctx, question: HeldQuestion): Promise<HeldQuestion> {
  return question.mergedInto === null ? question : requireQuestion(ctx, question.mergedInto)
}

/** Tells open pages that questions stand otherwise. */
export async function tellChanged({ db }: Ctx, postIds: readonly PostId[]): Promise<void> {
  const found = await sql<{ postId: PostId; spaceId: SpaceId }>`
    select p.post_id as "postId", p.space_id as "spaceId" from spaces.question_post p
    where p.post_id = any (${postIds}::uuid[])`.execute(db)
  for (const question of found.rows) await sql`select ${telling(questionChanged(question))}`.execute(db)
}
