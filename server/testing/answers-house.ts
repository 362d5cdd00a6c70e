// For the tests of the library and the ledger: questions, answers, and what others did with them.
import { sql } from 'kysely'
import type { PersonId, PostId, ReplyId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { newId } from '#platform/ids'
import { must } from './answer.ts'
import { type CastName, cast } from './cast.ts'
import type { TestFoyer } from './foyer.ts'

type Asking = { spaceId: SpaceId; title: string; body?: string; by?: CastName }

export async function ask(foyer: TestFoyer, { spaceId, title, body = 'Who knows?', by = 'member' }: Asking) {
  foyer.clock.now = foyer.clock.now.add({ seconds: 1 })
  const caller = await foyer.as(by)
  return must(await caller.write(spaces.writePost, { spaceId, kind: 'question', title, body })).id
}

type Answering = { postId: PostId; by: CastName; body?: string; reviewOn?: string }

/** Somebody answers, and it is taken for the answer. */
export async function answer(
  foyer: TestFoyer,
  { postId, by, body = 'So.', reviewOn }: Answering,
): Promise<ReplyId> {
  foyer.clock.now = foyer.clock.now.add({ seconds: 1 })
  const { id } = must(await (await foyer.as(by)).write(spaces.writeReply, { postId, body }))
  await sql`
    insert into answers.question (post_id, answer_id, accepted_by, accepted_at, owner_id, review_on)
    values (${postId}, ${id}, ${cast[by].id}, ${foyer.clock.now}, ${cast[by].id}, ${reviewOn ?? null})
    on conflict (post_id) do update set answer_id = excluded.answer_id, accepted_at = excluded.accepted_at`.execute(
    foyer.db,
  )
  return id as ReplyId
}

export async function wait(foyer: TestFoyer, postId: PostId, who: readonly CastName[]): Promise<void> {
  for (const each of who)
    await sql`
      insert into answers.waiting (post_id, person_id, at)
      values (${postId}, ${cast[each].id}, ${foyer.clock.now})`.execute(foyer.db)
}

type Use = 'answers-me' | 'opened'

/** "This answers me", by each. */
export async function reuse(foyer: TestFoyer, postId: PostId, who: readonly CastName[]): Promise<void> {
  for (const each of who) await reuseBy(foyer, { postId, personId: cast[each].id, kind: 'answers-me' })
}

/** Each opened the answer from what was suggested, and said nothing. */
export async function openAnswer(foyer: TestFoyer, postId: PostId, who: readonly CastName[]): Promise<void> {
  for (const each of who) await reuseBy(foyer, { postId, personId: cast[each].id, kind: 'opened' })
}

async function reuseBy(
  { db, clock: { now } }: TestFoyer,
  { postId, personId, kind }: { postId: PostId; personId: PersonId; kind: Use },
): Promise<void> {
  await sql`
    insert into answers.reuse (id, post_id, answer_id, person_id, kind, at)
    select ${newId(now)}, ${postId}, q.answer_id, ${personId}, ${kind}, ${now}
    from answers.question q where q.post_id = ${postId}`.execute(db)
}

export async function merge(foyer: TestFoyer, postId: PostId, into: PostId | null): Promise<void> {
  await sql`
    insert into answers.question (post_id, merged_into) values (${postId}, ${into})
    on conflict (post_id) do update set merged_into = excluded.merged_into`.execute(foyer.db)
}
