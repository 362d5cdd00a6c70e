import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { PersonRef } from '#contract/ref'
import type { topics } from '#contract/topics'
import type { Ctx } from '#platform/ctx'
import { cursorOf, readCursor } from '#platform/cursor'
import { refuseIf } from '#platform/refusal'
import { whyNotMergeAtAll } from './merging.ts'

type Row = { topic: string; into: string; by: PersonRef; at: Temporal.Instant }

/** By the word, as a page of them is looked up by it. */
export async function listMergedTopics(
  ctx: Ctx,
  { cursor, limit }: InputOf<typeof topics.listMergedTopics>,
): Promise<ReplyOf<typeof topics.listMergedTopics>> {
  refuseIf(whyNotMergeAtAll(ctx.viewer))
  const isAfter = cursor === undefined ? sql`true` : sql`a.alias > ${readCursor(cursor, 1)[0]}`
  const found = await sql<Row>`
    select a.alias as topic, a.target as into, card.ref as by, a.at
    from spaces.topic_alias a join people.person_card card on card.id = a.by_id
    where ${isAfter} order by a.alias limit ${limit + 1}`.execute(ctx.db)
  const items = found.rows.slice(0, limit).map((row) => ({ ...row, at: row.at.toString() }))
  const last = found.rows.length > limit ? items.at(-1) : undefined
  return { items, nextCursor: last === undefined ? null : cursorOf([last.topic]) }
}
