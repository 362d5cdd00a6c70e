// Rows → contract shapes, built as JSON in SQL; `may` is derived here and nowhere else.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import { spaceRef } from './post-cards.ts'

/** What posts and replies share; `w` is the row and `author` its person card, `m` the viewer's membership. */
function said(viewerId: PersonId): RawBuilder<unknown> {
  return sql`
    'author', author.ref, 'body', w.body, 'folded', w.folded, 'at', w.created_at, 'editedAt', w.edited_at,
    'isDeleted', w.deleted_at is not null, 'reactions', spaces.reactions_of(w.id, ${viewerId}),
    'may', json_build_object(
      'edit', w.author_id = ${viewerId} and w.deleted_at is null,
      'delete', (w.author_id = ${viewerId} or coalesce(m.is_keeper, false)) and w.deleted_at is null)`
}

/** A post; `w` is `spaces.post`, `s` its space, `t` its thread. */
export function postJson(viewerId: PersonId): RawBuilder<unknown> {
  return sql`json_build_object(
    'id', w.id, 'kind', w.kind, 'title', w.title, 'space', ${spaceRef}, 'replyCount', t.reply_count,
    'lastAt', t.last_at, ${said(viewerId)})`
}

/** A reply; `w` is `spaces.reply`. */
export function replyJson(viewerId: PersonId): RawBuilder<unknown> {
  return sql`json_build_object('id', w.id, 'postId', w.post_id, 'answersId', w.answers_id, ${said(viewerId)})`
}

/** The rows that `postJson` speaks of. */
export function fromPost(viewerId: PersonId): RawBuilder<unknown> {
  return sql`
    spaces.post w
    join spaces.space s on s.id = w.space_id
    join spaces.thread t on t.post_id = w.id
    join people.person_card author on author.id = w.author_id
    left join spaces.membership m on m.space_id = w.space_id and m.person_id = ${viewerId}`
}

/** The rows that `replyJson` speaks of, out of `source`. */
export function fromReply(source: RawBuilder<unknown>, viewerId: PersonId): RawBuilder<unknown> {
  return sql`
    ${source} w
    join people.person_card author on author.id = w.author_id
    left join spaces.membership m on m.space_id = w.space_id and m.person_id = ${viewerId}`
}
