// Rows → contract shapes: columns that become JSON in SQL; `may` is derived here and nowhere else.
import { type RawBuilder, sql } from 'kysely'
import { filesOf, isSaved, reactionsTo, spaceRef, type ViewedBy } from './json-parts.ts'
import { isVisible } from './visibility.ts'

/** What posts and replies share; `w` is the row and `author` its person card. */
function saidColumns(viewerId: ViewedBy): RawBuilder<unknown> {
  return sql`
    author.ref as author, ${hiddenOr(sql`body`, viewerId)} as body,
    case when w.deleted_at is null then w.folded end as folded, w.created_at as at, w.edited_at as "editedAt",
    w.deleted_at is not null as "isDeleted", ${hiding(viewerId)} as hidden, ${reactionsTo(sql`w.id`, viewerId)} as reactions,
    ${filesOf(sql`case when w.deleted_at is null then w.id end`)} as files,
    case when w.previews is not null and w.deleted_at is null then w.previews else '[]' end as previews,
    ${isSaved(sql`w.id`, viewerId)} as "isSaved"`
}

/** Hidden words are still read by their author and by keepers of the space; `m` is the viewer's membership. */
function readsHidden(viewerId: ViewedBy): RawBuilder<boolean> {
  return sql<boolean>`(w.hidden is not null and (w.author_id = ${viewerId} or m.is_keeper))`
}

/** A column of the words; of hidden ones it stands elsewhere, and is looked up only then. */
function hiddenOr(column: RawBuilder<unknown>, viewerId: ViewedBy): RawBuilder<unknown> {
  return sql`case when ${readsHidden(viewerId)}
    then (select h.${column} from spaces.hidden_words h where h.said_id = w.id) else w.${column} end`
}

/** Why words are hidden: the reason for everybody, more for those who read them. */
function hiding(viewerId: ViewedBy): RawBuilder<unknown> {
  return sql`case when w.hidden is null then null else w.hidden || coalesce((
    select jsonb_build_object('sentence', h.sentence, 'mayAppeal', h.may_appeal and w.author_id = ${viewerId})
    from spaces.hidden_words h where ${readsHidden(viewerId)} and h.said_id = w.id
  ), '{"sentence": null, "mayAppeal": false}') end`
}

/** The right to change and to delete, two columns of `may`; `m` is the viewer's membership. */
function mayWithWords(viewerId: ViewedBy): RawBuilder<unknown> {
  return sql`
    w.author_id = ${viewerId} and w.deleted_at is null,
    (w.author_id = ${viewerId} or coalesce(m.is_keeper, false)) and w.deleted_at is null`
}

/** Other spaces in which thread `t` stands; looked up only where it is shared at all. */
function alsoIn(viewerId: ViewedBy): RawBuilder<unknown> {
  return sql`case when t.is_shared then coalesce((
    select json_agg(${spaceRef} order by lower(s.name), s.id)
    from spaces.shared_thread shared join spaces.space s on s.id = shared.space_id
    where shared.post_id = w.id and ${isVisible(sql`shared.space_id`, viewerId)}
  ), '[]') else '[]' end`
}

/** A post; `w` is `spaces.post`, `s` its space, `t` its thread. */
export function postColumns(viewerId: ViewedBy): RawBuilder<unknown> {
  return sql`
    w.id, w.kind, ${hiddenOr(sql`title`, viewerId)} as title, ${spaceRef} as space, t.reply_count as "replyCount", t.last_at as "lastAt",
    t.pinned_at is not null as "isPinned", w.locked is not null as "isLocked", t.announced_at is not null and w.deleted_at is null as "isAnnouncement",
    case when w.poll is not null and w.deleted_at is null
      then spaces.poll_seen(w.id, w.poll, ${viewerId}, w.author_id = ${viewerId}) end as poll,
    ${alsoIn(viewerId)} as "alsoIn",
    ${saidColumns(viewerId)},
    row(
      ${mayWithWords(viewerId)}, coalesce(m.is_keeper, false) and w.deleted_at is null,
      coalesce(m.is_keeper, false)
    )::spaces.may_with_post as may`
}

/** Who drafted a reply; looked up only where somebody did. */
const draftedBy = sql`case when w.drafted_by is not null then (
  select drafter.ref from people.person_card drafter where drafter.id = w.drafted_by) end`

/** A reply; `w` is `spaces.reply`. */
export function replyColumns(viewerId: ViewedBy): RawBuilder<unknown> {
  return sql`w.id, w.post_id as "postId", w.answers_id as "answersId", ${draftedBy} as "draftedBy", ${saidColumns(viewerId)},
    row(${mayWithWords(viewerId)}, coalesce(m.is_keeper, false))::spaces.may_with_words as may`
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
