// People as they stand in the reporting tree, made of rows the same way for every question about it.
import { sql } from 'kysely'
import type { TreeNode } from '#contract/people'
import type { PersonId, PersonRef } from '#contract/ref'

export type NodeRow = { ref: PersonRef; managerId: PersonId | null; reportCount: number }

/** The columns of a `NodeRow`, of `p` (a person) and `card` (their card). */
export const nodeColumns = sql`
  card.ref, p.manager_id as "managerId",
  (select count(*) from people.person below where below.manager_id = p.id and below.is_active) as "reportCount"`

export function toNode({ ref, managerId, reportCount }: NodeRow): TreeNode {
  return { ...ref, managerId, reportCount }
}
