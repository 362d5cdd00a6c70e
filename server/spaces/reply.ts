// Rows → contract shapes: columns that become JSON in SQL; `may` is derived here and nowhere else.
import { type RawBuilder, sql } from 'kysely'
import { filesOf, isSaved, reactionsTo, spaceRef, type ViewedBy } from './json-parts.ts'

/** What posts and replies share; `w` is the row and `author` its person card. */
function saidColumns(viewerId: ViewedBy): RawBuilder<unknown> {
  return sql`
    author.ref as author, w.body, w.folded, w.created_at as at, w.edited_at as "editedAt",
    w.deleted_at is not null as "isDeleted", ${reactionsTo(sql`w.id`, viewerId)} as reactions,
    ${filesOf(sql`case when w.deleted_at is null then w.id end`)} as files,
    ${isSaved(sql`w.id`, viewerId)} as "isSaved"`
}

/** The right to change and to delete, two columns of `may`; `m` is the viewer's membership. */
function mayWithWords(viewerId: ViewedBy): RawBuilder<unknown> {
  return sql`
    w.author_id = ${viewerId} and w.deleted_at is null,
    (w.author_id = ${viewerId} or coalesce(m.is_keeper, false)) and w.deleted_at is null`
}

/** A post; `w` is `spaces.post`, `s` its space, `t` its thread. */
export function postColumns(viewerId: ViewedBy): RawBuilder<unknown> {
  return sql`
    w.id, w.kind, w.title, ${spaceRef} as space, t.reply_count as "replyCount", t.last_at as "lastAt",
    t.pinned_at is not null as "isPinned", ${saidColumns(viewerId)},
    row(
      ${mayWithWords(viewerId)}, coalesce(m.is_keeper, false) and w.deleted_at is null
    )::spaces.may_with_post as may`
}

/** A reply; `w` is `spaces.reply`. */
export function replyColumns(viewerId: ViewedBy): RawBuilder<unknown> {
  return sql`w.id, w.post_id as "postId", w.answers_id as "answersId", ${saidColumns(viewerId)},
    row(${mayWithWords(viewerId)})::spaces.may_with_words as may`
}

/** The rows that `postColumns` speaks of. */
export function fromPost(viewerId: ViewedBy): RawBuilder<unknown> {
  return sql`
    spaces.post w
    join spaces.space s on s.id = w.space_id
    join spaces.thread t on t.post_id = w.id
    join people.person_card author on author.id = w.author_id
    left join spaces.membership m on m.space_id = w.space_id and m.person_id = ${viewerId}`
}

/** The rows that `replyColumns` speaks of. */
export function fromReply(viewerId: ViewedBy): RawBuilder<unknown> {
  return sql`
    spaces.reply w
    join people.person_card author on author.id = w.author_id
    left join spaces.membership m on m.space_id = w.space_id and m.person_id = ${viewerId}`
}
