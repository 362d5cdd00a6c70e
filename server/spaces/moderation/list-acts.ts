import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { ModerationAct } from '#contract/judged'
import type { moderation } from '#contract/moderation'
import { type Ctx, isAdministrator } from '#platform/ctx'
import { cursorOf, readTimeCursor } from '#platform/cursor'
import { refusal } from '#platform/refusal'
import { spaceRef } from '../json-parts.ts'
import { isKnown, isVisible } from '../visibility.ts'
import { isSteward } from './access.ts'

type Row = { id: string; at: Temporal.Instant; item: ModerationAct }

/**
 * What moderators did, the last first: all of it for stewards and administrators, for everybody what concerned them. The
 * log names no space and no thread that its reader may not know of.
 */
export async function listActs(
  ctx: Ctx,
  input: InputOf<typeof moderation.listActs>,
): Promise<ReplyOf<typeof moderation.listActs>> {
  const viewerId = ctx.viewer.personId
  if (input.which === 'all' && !isSteward(ctx) && !isAdministrator(ctx.viewer))
    throw refusal('forbidden', 'stewards-only', 'The whole log is for stewards and administrators.')
  const before = input.cursor === undefined ? undefined : readTimeCursor(input.cursor)
  const space = (id: string) => sql`(
    select ${spaceRef} from spaces.space s where s.id = ${sql.ref(id)} and ${isKnown(sql`s.id`, viewerId)})`
  const found = await sql<Row>`
    select a.id, a.at, to_json(item) as item
    from (
      select a.* from spaces.moderation_act a
      where ${input.which === 'all' ? sql`true` : sql`a.about_id = ${viewerId}`}
        and ${before === undefined ? sql`true` : sql`(a.at, a.id) < (${before.at}::timestamptz, ${before.id}::uuid)`}
      order by a.at desc, a.id desc limit ${input.limit + 1}
    ) a
    cross join lateral (
      select a.at, a.act, (select p.ref from people.person_card p where p.id = a.by_id) as by,
        (select p.ref from people.person_card p where p.id = a.about_id) as about,
        ${space('a.space_id')} as space, ${space('a.to_space_id')} as "toSpace",
        (select p.id from spaces.post p where p.id = a.post_id and ${isVisible(sql`p.space_id`, viewerId)}) as "postId",
        a.reason, a.sentence
    ) item
    order by a.at desc, a.id desc`.execute(ctx.db)
  const page = found.rows.slice(0, input.limit)
  const last = found.rows.length > input.limit ? page.at(-1) : undefined
  return {
    items: page.map(({ item }) => item),
    nextCursor: last === undefined ? null : cursorOf([last.at.toString(), last.id]),
  }
}
