// Groups in what somebody says, and who is meant by them.
import { sql } from 'kysely'
import type { GroupId } from '#contract/named-groups'
import { type Ctx, isGuest } from '#platform/ctx'
import { countMentioned, mentionedIn } from '../words.ts'

const GROUP_MENTION =
  /@\[[^\]\n]{1,120}\]\(group:([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\)/g
const GROUPS_MAX = 20

/** The groups that a body mentions, each once, at most twenty. */
export function groupsIn(body: string): GroupId[] {
  if (!body.includes('](group:')) return []
  const ids = new Set([...body.matchAll(GROUP_MENTION)].flatMap(([, id]) => id ?? []))
  return [...ids].slice(0, GROUPS_MAX) as GroupId[]
}

/** How many people a body mentions, by their own names and in groups, each once. Guests mention no groups. */
export async function countAllMentioned({ db, viewer }: Ctx, body: string): Promise<number> {
  const groupIds = isGuest(viewer) ? [] : groupsIn(body)
  const named = countMentioned(body)
  if (groupIds.length === 0) return named
  const found = await sql<{ count: number }>`
    select count(distinct m.person_id)::int as count from spaces.named_group_member m
    where m.group_id = any (${groupIds}::uuid[]) and m.person_id <> all (${mentionedIn(body)}::uuid[])`.execute(
    db,
  )
  return named + (found.rows[0]?.count ?? 0)
}
