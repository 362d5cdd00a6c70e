// What somebody said, as a card of the brief shows it: many at once, and only what the reader may see.
import { sql } from 'kysely'
import type { PersonId, PostId, SaidId } from '#contract/ref'
import type { CardWords } from '#contract/said'
import type { Db } from '#platform/db'
import { reactionsTo, spaceRef } from './json-parts.ts'
import { isVisible } from './visibility.ts'

/** The words of many cards by id; what is deleted or hidden from the reader is left out. */
export async function readCardWords(
  db: Db,
  readerId: PersonId,
  saidIds: readonly SaidId[],
): Promise<Map<SaidId, CardWords>> {
  const found = await sql<{ words: CardWords }>`
    select json_build_object(
      'saidId', w.said_id, 'postId', w.post_id, 'replyId', w.reply_id, 'author', author.ref, 'space', ${spaceRef},
      'title', p.title, 'body', w.body, 'folded', w.folded, 'at', w.created_at, 'replyCount', t.reply_count,
      'reactions', ${reactionsTo(sql`w.said_id`, readerId)}
    ) as words
    from unnest(${saidIds}::uuid[]) as wanted (id)
    -- One for each: PostgreSQL cannot tell for a view of two tables, expects thousands and would read whole tables.
    cross join lateral (select * from spaces.said where said_id = wanted.id limit 1) w
    join spaces.post p on p.id = w.post_id
    join spaces.thread t on t.post_id = w.post_id
    join spaces.space s on s.id = w.space_id
    join people.person_card author on author.id = w.author_id
    where w.deleted_at is null and ${isVisible(sql`w.space_id`, readerId)}`.execute(db)
  return new Map(found.rows.map(({ words }) => [words.saidId, words]))
}

/** Whether somebody may read a thread. */
export async function mayReadThread(db: Db, personId: PersonId, postId: PostId): Promise<boolean> {
  const found = await sql`
    select from spaces.post p where p.id = ${postId} and ${isVisible(sql`p.space_id`, personId)}`.execute(db)
  return found.rows.length > 0
}
