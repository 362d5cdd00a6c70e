import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { PersonRef } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { cursorOf, readTimeCursor } from '#platform/cursor'
import { requireWords } from './access.ts'

type Row = { title: string | null; body: string; at: Temporal.Instant; by: PersonRef }

/** Earlier wordings, newest first. What was deleted has none to show. */
export async function listVersions(
  ctx: Ctx,
  input: InputOf<typeof spaces.listVersions>,
): Promise<ReplyOf<typeof spaces.listVersions>> {
  const said = await requireWords(ctx, input.saidId)
  if (said.isDeleted) return { items: [], nextCursor: null }
  const before =
    input.cursor === undefined ? sql`true` : sql`v.until_at < ${readTimeCursor(input.cursor).at}::timestamptz`
  const found = await sql<Row>`
    select v.title, v.body, v.until_at as at, author.ref as by
    from spaces.version v
    join people.person_card author on author.id = ${said.authorId}
    where v.said_id = ${input.saidId} and not v.was_deletion and ${before}
    order by v.until_at desc limit ${input.limit + 1}`.execute(ctx.db)
  const items = found.rows.slice(0, input.limit).map((row) => ({ ...row, at: row.at.toString() }))
  const last = found.rows.length > input.limit ? items.at(-1) : undefined
  return { items, nextCursor: last === undefined ? null : cursorOf([last.at, input.saidId]) }
}
