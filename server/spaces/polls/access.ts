// A poll and the right to see it, in one step, with its row held as the act needs it.
import { sql } from 'kysely'
import type { PersonId, PostId, SpaceId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { isVisible } from '../visibility.ts'
import type { KeptPoll } from './poll.ts'

export type HeldPoll = { postId: PostId; spaceId: SpaceId; authorId: PersonId; poll: KeptPoll }

/**
 * The poll of a post that the viewer may read.
 * @param hold `stays` lets others vote beside the viewer and keeps the poll as it is meanwhile; `changes` waits for
 *   them, so that nobody votes for options that go
 */
export async function requirePoll(ctx: Ctx, postId: PostId, hold: 'stays' | 'changes'): Promise<HeldPoll> {
  const found = await sql<HeldPoll>`
    select p.id as "postId", p.space_id as "spaceId", p.author_id as "authorId", p.poll
    from spaces.post p
    where p.id = ${postId} and p.poll is not null and p.deleted_at is null
      and ${isVisible(sql`p.space_id`, ctx.viewer.personId)}
    for ${hold === 'stays' ? sql`share` : sql`no key update`} of p`.execute(ctx.db)
  const held = found.rows[0]
  if (held === undefined) throw refusal('not-found', 'no-such-poll', 'This poll does not exist for you.')
  return held
}
