// Parts of replies that stand inside others, built as JSON in SQL. PostgreSQL turns a row into JSON much faster than
// it builds an object from a list of names and values, hence the row types.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '#contract/ref'

/** A space where it is only mentioned; `s` must be a row of `spaces.space`. */
export const spaceRef = sql`row(s.id, s.name, s.visibility, s.is_conversation)::spaces.space_ref`

/**
 * How something said was reacted to. It stands in the query itself: as a function it would be started anew for every
 * row, which takes longer than counting.
 * @param said the column that holds the id of what was said
 */
export function reactionsTo(said: RawBuilder<unknown>, viewerId: PersonId): RawBuilder<unknown> {
  return sql`coalesce((
    select json_agg(counted)
    from (
      select r.kind, count(*) as count, bool_or(r.person_id = ${viewerId}) as "isYours"
      from spaces.reaction r where r.said_id = ${said}
      group by r.kind order by r.kind
    ) counted
  ), '[]')`
}
