import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { PersonRef } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { cursorOf, readCursor } from '#platform/cursor'
import { requireReadableSpace } from './access.ts'

/** Members by name. */
export async function listMembers(ctx: Ctx, input: InputOf<typeof spaces.listMembers>) {
  const space = await requireReadableSpace(ctx, input.spaceId)
  const [name = '', id = ''] = input.cursor === undefined ? [] : readCursor(input.cursor, 2)
  const found = await sql<{ ref: PersonRef; name: string; id: string }>`
    select card.ref, card.ref ->> 'name' as name, card.id
    from spaces.membership m join people.person_card card on card.id = m.person_id
    where m.space_id = ${space.id} and (card.ref ->> 'name', card.id::text) > (${name}, ${id})
    order by 2, card.id::text limit ${input.limit + 1}`.execute(ctx.db)
  const page = found.rows.slice(0, input.limit)
  const last = found.rows.length > input.limit ? page.at(-1) : undefined
  return {
    items: page.map((row) => row.ref),
    nextCursor: last === undefined ? null : cursorOf([last.name, last.id]),
  }
}
