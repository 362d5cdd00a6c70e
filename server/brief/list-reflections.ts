import { sql } from 'kysely'
import type { brief } from '#contract/brief'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { Ctx } from '#platform/ctx'

type Row = { id: string; at: Temporal.Instant; prompt: string | null; body: string }

/** What the viewer reflected on, newest first. */
export async function listReflections(
  ctx: Ctx,
  { limit }: InputOf<typeof brief.listReflections>,
): Promise<ReplyOf<typeof brief.listReflections>> {
  const found = await sql<Row>`
    select id, at, prompt, body from brief.reflection
    where person_id = ${ctx.viewer.personId} order by at desc, id desc limit ${limit}`.execute(ctx.db)
  return { items: found.rows.map((row) => ({ ...row, at: row.at.toString() })) }
}
