// Parts of the queries that find what this room offers to the brief, as of an instant.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId, PostId, ReplyId, SaidId } from '#contract/ref'

/**
 * Joins what was said, as `w`. One for each: PostgreSQL cannot tell for a view of two tables, expects hundreds of times
 * as many, and in a large network would one day read the tables whole.
 */
export function saidOf(saidId: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`cross join lateral (select * from spaces.said where said_id = ${saidId} limit 1) w`
}

/** Title and body as they read at an instant; `p` is the post and `w` what was said. */
export function wordingAt(at: Temporal.Instant): RawBuilder<unknown> {
  return sql`
    case when p.edited_at > ${at} then spaces.title_at(p.id, p.title, ${at}) else p.title end as title,
    case when w.edited_at > ${at} then spaces.wording_at(w.said_id, w.body, ${at}) else w.body end as body`
}

/** True for what was not deleted yet at an instant. */
export function stood(deletedAt: RawBuilder<unknown>, at: Temporal.Instant): RawBuilder<boolean> {
  return sql<boolean>`(${deletedAt} is null or ${deletedAt} > ${at})`
}

/** What every one of these queries gives of something said. */
export type SaidRow = {
  saidId: SaidId
  postId: PostId
  replyId: ReplyId | null
  authorId: PersonId
  at: Temporal.Instant
  title: string | null
  body: string
}

/** A row as a candidate has it. */
export function wordsOf({ saidId, postId, replyId, authorId, at, title, body }: SaidRow) {
  return {
    saidId,
    postId,
    replyId: replyId ?? undefined,
    authorId,
    at,
    body,
    title: title ?? undefined,
    prompt: undefined,
  }
}
