import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { Becomes, records } from '#contract/records'
import type { PersonId, PersonRef } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { cursorOf, readTimeCursor } from '#platform/cursor'
import { sealedNames } from '#rooms/people'
import { undoUntil } from './leaving.ts'

type Row = { id: PersonId; person: PersonRef; leftAt: Temporal.Instant; becomes: Becomes }

/** Where a list begins that goes back in time. */
const BEFORE_ALL = { at: 'infinity', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' }

/** Who left lately. What a former colleague was called is told here alone, so that it can be undone. */
export async function listLeavers(
  { db }: Ctx,
  { cursor, limit }: InputOf<typeof records.listLeavers>,
): Promise<ReplyOf<typeof records.listLeavers>> {
  const { at, id } = cursor === undefined ? BEFORE_ALL : readTimeCursor(cursor)
  const found = await sql<Row>`
    select l.person_id as id, card.ref as person, l.left_at as "leftAt", l.becomes
    from records.leaving l join people.person_card card on card.id = l.person_id
    where (l.left_at, l.person_id) < (${at}::timestamptz, ${id}::uuid)
    order by l.left_at desc, l.person_id desc limit ${limit + 1}`.execute(db)
  const page = found.rows.slice(0, limit)
  const names = await sealedNames(
    db,
    page.map((row) => row.id),
  )
  const last = found.rows.length > limit ? page.at(-1) : undefined
  return {
    items: page.map(({ id, person, leftAt, becomes }) => ({
      person,
      becomes,
      wasCalled: names.get(id) ?? null,
      leftAt: leftAt.toString(),
      undoUntil: becomes === 'former' ? undoUntil(leftAt).toString() : null,
    })),
    nextCursor: last === undefined ? null : cursorOf([last.leftAt.toString(), last.id]),
  }
}
