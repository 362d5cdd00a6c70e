// Parts of replies that stand inside others, built as JSON in SQL. PostgreSQL turns a row into JSON much faster than
// it builds an object from a list of names and values, hence the row types.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '#contract/ref'

/** Whose view it is: a person, or a column that holds one where several are answered at once. */
export type ViewedBy = PersonId | RawBuilder<unknown>

/** A space where it is only mentioned; `s` must be a row of `spaces.space`. */
export const spaceRef = sql`row(s.id, s.name, s.visibility, s.is_conversation)::spaces.space_ref`

/** Whether the viewer saved something said; `said` is the column that holds its id. */
export function isSaved(said: RawBuilder<unknown>, viewerId: ViewedBy): RawBuilder<boolean> {
  return sql<boolean>`exists (
    select from spaces.saved kept where kept.person_id = ${viewerId} and kept.said_id = ${said})`
}

/**
 * How something said was reacted to. It stands in the query itself: as a function it would be started anew for every
 * row, which takes longer than counting.
 * @param said the column that holds the id of what was said
 */
export function reactionsTo(said: RawBuilder<unknown>, viewerId: ViewedBy): RawBuilder<unknown> {
  return sql`coalesce((
    select json_agg(counted)
    from (
      select r.kind, count(*) as count, bool_or(r.person_id = ${viewerId}) as "isYours"
      from spaces.reaction r where r.said_id = ${said}
      group by r.kind order by r.kind
    ) counted
  ), '[]')`
}

/**
 * What is attached to something said, in order.
 * @param said the id of what was said; null has no files
 */
export function filesOf(said: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce((
    select json_agg(row(f.id, f.name, f.content_type, f.bytes, f.width, f.height)::spaces.file_ref order by a.position)
    from spaces.attachment a join spaces.file f on f.id = a.file_id where a.said_id = ${said}
  ), '[]')`
}
