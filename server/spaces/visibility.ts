// The one visibility rule, as every query of this room uses it. The rule itself is SQL: `spaces.visible_space`.
import { type RawBuilder, sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { ViewedBy } from './json-parts.ts'

/**
 * True for rows whose space the viewer may read; `space` is the column that holds the space's id, and the viewer may
 * be a column too.
 */
export function isVisible(space: RawBuilder<unknown>, viewerId: ViewedBy): RawBuilder<boolean> {
  return sql<boolean>`exists (select from spaces.visible_space(${viewerId}) visible where visible.space_id = ${space})`
}

/**
 * True for rows whose author the viewer wants to read of at home: neither of them muted or blocked the other. Who those
 * are is looked up once for a statement.
 */
export function isHeard(author: RawBuilder<unknown>, viewerId: ViewedBy): RawBuilder<boolean> {
  return sql<boolean>`${author} <> all (array(
    select silent.author_id from spaces.silenced silent where silent.person_id = ${viewerId}))`
}

/** True for rows of spaces that the viewer may know of. */
export function isKnown(space: RawBuilder<unknown>, viewerId: PersonId): RawBuilder<boolean> {
  return sql<boolean>`exists (select from spaces.known_space(${viewerId}) known where known.space_id = ${space})`
}
