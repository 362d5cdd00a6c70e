import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { GroupMember, people } from '#contract/people'
import type { Ctx } from '#platform/ctx'
import { cursorOf } from '#platform/cursor'
import { columnOf, isListed } from './groups.ts'
import { isAfter, readLast } from './name-cursor.ts'

/** The people of one unit or location by name, each with whom they report to, wherever that person is. */
export async function listGroup(
  ctx: Ctx,
  { by, name, cursor, limit }: InputOf<typeof people.listGroup>,
): Promise<ReplyOf<typeof people.listGroup>> {
  const isOfGroup = name === undefined ? sql`${columnOf[by]} is null` : sql`${columnOf[by]} = ${name}`
  const found = await sql<GroupMember>`
    select card.ref as person,
      (select above.ref from people.person_card above where above.id = p.manager_id) as manager
    from people.person p join people.person_card card on card.id = p.id
    where ${isListed} and ${isOfGroup} and ${isAfter(await readLast(ctx.db, cursor))}
    order by lower(p.name), p.id limit ${limit + 1}`.execute(ctx.db)
  const items = found.rows.slice(0, limit)
  const last = found.rows.length > limit ? items.at(-1) : undefined
  return { items, nextCursor: last === undefined ? null : cursorOf([last.person.id]) }
}
