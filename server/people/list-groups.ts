import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { PeopleGroup, people } from '#contract/people'
import type { Ctx } from '#platform/ctx'
import { cursorOf, readCursor } from '#platform/cursor'
import { columnOf, isListed } from './groups.ts'

/**
 * Units or locations by name with their people counted; those who say none come last. Each name is looked up from the
 * one before in the index, and only the groups of this page are counted.
 */
export async function listGroups(
  ctx: Ctx,
  { by, cursor, limit }: InputOf<typeof people.listGroups>,
): Promise<ReplyOf<typeof people.listGroups>> {
  const column = columnOf[by]
  const isAfter = cursor === undefined ? sql`true` : sql`${column} > ${readCursor(cursor, 1)[0]}`
  const found = await sql<PeopleGroup>`
    with recursive named (name) as (
      (select ${column} from people.person p where ${isListed} and ${column} is not null and ${isAfter}
        order by ${column} limit 1)
      union all
      select (select ${column} from people.person p where ${isListed} and ${column} > named.name
        order by ${column} limit 1)
      from named where named.name is not null
    ),
    page as (select name from named where name is not null limit ${limit + 1})
    select page.name, (select count(*) from people.person p where ${isListed} and ${column} = page.name) as "peopleCount"
    from page`.execute(ctx.db)
  const items = found.rows.slice(0, limit)
  const last = found.rows.length > limit ? items.at(-1)?.name : undefined
  if (typeof last === 'string') return { items, nextCursor: cursorOf([last]) }
  const without = await sql<{ count: number }>`
    select count(*) from people.person p where ${isListed} and ${column} is null`.execute(ctx.db)
  const peopleCount = without.rows[0]?.count ?? 0
  return { items: peopleCount === 0 ? items : [...items, { name: null, peopleCount }], nextCursor: null }
}
