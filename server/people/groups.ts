// What the network is counted by, as SQL: the column of a person `p`, and who counts.
import { type RawBuilder, sql } from 'kysely'
import type { GroupBy } from '#contract/people'

export const columnOf: Record<GroupBy, RawBuilder<unknown>> = {
  unit: sql`p.unit`,
  location: sql`p.location`,
}

/** Those whom the directory lists: active, and nobody automatic. */
export const isListed = sql`p.is_active and not p.is_automatic`
