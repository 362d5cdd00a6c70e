import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { mail, ReceivedMail } from '#contract/mail'
import type { Ctx } from '#platform/ctx'
import { cursorOf, readTimeCursor } from '#platform/cursor'
import { readBack, say } from '#platform/say'

/** What came in by mail, without a word of it. */
export async function listReceived(
  ctx: Ctx,
  { limit, cursor }: InputOf<typeof mail.listReceived>,
): Promise<ReplyOf<typeof mail.listReceived>> {
  const before = cursor === undefined ? undefined : readTimeCursor(cursor)
  const since =
    before === undefined ? sql`true` : sql`(r.at, r.id) < (${before.at}::timestamptz, ${before.id}::uuid)`
  const found = await sql<Omit<ReceivedMail, 'at'> & { at: Temporal.Instant }>`
    select r.id, r.at, r.sender, r.kind, r.outcome, r.sentence
    from mail.received r where ${since}
    order by r.at desc, r.id desc limit ${limit + 1}`.execute(ctx.db)
  const page = found.rows.slice(0, limit)
  const last = found.rows.length > limit ? page.at(-1) : undefined
  return {
    items: page.map((row) => ({
      ...row,
      at: row.at.toString(),
      sentence: say(ctx.viewer.language, readBack(row.sentence)),
    })),
    nextCursor: last === undefined ? null : cursorOf([last.at.toString(), last.id]),
  }
}
