// The SQL that writes polls and votes; each write tells open pages in the statement that does it.
import { sql } from 'kysely'
import type { PersonId, PostId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import type { RawJson } from '#platform/gate'
import { telling } from '#platform/live-happening'
import { wordsChanged } from '../live-happenings.ts'
import { storableJson } from '../storable-json.ts'
import { asSaid } from '../words.ts'
import type { HeldPoll } from './access.ts'
import type { KeptPoll } from './poll.ts'

type Vote = { personId: PersonId; choices: readonly number[] }
type Which = Pick<HeldPoll, 'postId' | 'spaceId'>

const changed = ({ postId, spaceId }: Which) =>
  telling(wordsChanged({ saidId: asSaid(postId), postId, spaceId }))

export async function putVote(db: Db, poll: Which, { personId, choices }: Vote): Promise<void> {
  const sorted = choices.toSorted((one, other) => one - other)
  await sql`
    insert into spaces.poll_vote as v (post_id, person_id, choices) values (${poll.postId}, ${personId}, ${sorted})
    on conflict (post_id, person_id) do update set choices = excluded.choices where v.choices <> excluded.choices
    returning ${changed(poll)}`.execute(db)
}

export async function removeVote(db: Db, poll: Which, personId: PersonId): Promise<void> {
  await sql`
    delete from spaces.poll_vote where post_id = ${poll.postId} and person_id = ${personId}
    returning ${changed(poll)}`.execute(db)
}

export async function countVotes(db: Db, postId: PostId): Promise<number> {
  const found = await sql<{ count: number }>`
    select count(*)::int as count from spaces.poll_vote where post_id = ${postId}`.execute(db)
  return found.rows[0]?.count ?? 0
}

/** Puts a poll in the place of the one that stands; the post must be held. */
export async function putPoll(db: Db, which: Which, poll: KeptPoll): Promise<void> {
  const closesAt = poll.closedAt === null ? poll.closesAt : null
  await sql`
    update spaces.post set poll = ${storableJson(poll)}::jsonb, poll_closes_at = ${closesAt}::timestamptz
    where id = ${which.postId} returning ${changed(which)}`.execute(db)
}

/** The poll as the viewer sees it now. */
export async function readPoll(ctx: Ctx, postId: PostId): Promise<RawJson> {
  const viewerId = ctx.viewer.personId
  const found = await sql<{ json: string }>`
    select spaces.poll_seen(w.id, w.poll, ${viewerId}, w.author_id = ${viewerId})::text as json
    from spaces.post w where w.id = ${postId}`.execute(ctx.db)
  return { json: found.rows[0]?.json ?? 'null' }
}
