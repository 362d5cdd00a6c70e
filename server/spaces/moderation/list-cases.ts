import { type RawBuilder, sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { Case } from '#contract/judged'
import type { moderation } from '#contract/moderation'
import type { PersonId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { cursorOf, readTimeCursor } from '#platform/cursor'
import { refusal } from '#platform/refusal'
import { spaceRef } from '../json-parts.ts'
import { isKnown, isVisible } from '../visibility.ts'
import { hasOthers, isSteward, reachesViewer } from './access.ts'
import { mayWithCase } from './case.ts'
import { isModerator } from './is-moderator.ts'

type Input = InputOf<typeof moderation.listCases>
type Shown = Omit<Case, 'may'> & { isHidden: boolean; hiddenById: PersonId | null; hasOthers: boolean }
type Row = { id: string; at: Temporal.Instant; shown: Shown }

const REPORTS_SHOWN_MAX = 20

/** What waits stands in the order in which it came; what is decided, the last decision first. */
const ORDERS: Record<
  Input['which'],
  { states: string[]; at: RawBuilder<unknown>; turns: RawBuilder<unknown> }
> = {
  waiting: { states: ['open', 'appealed'], at: sql`c.opened_at`, turns: sql`asc` },
  decided: {
    states: ['hidden', 'dismissed', 'kept', 'restored'],
    at: sql`c.decided_at`,
    turns: sql`desc`,
  },
}

/** Cases that the viewer is to judge; never of their own words. */
export async function listCases(ctx: Ctx, input: Input): Promise<ReplyOf<typeof moderation.listCases>> {
  if (!(await isModerator(ctx))) {
    throw refusal(
      'forbidden',
      'moderators-only',
      'What was reported is for keepers of a space and for stewards.',
    )
  }
  const viewerId = ctx.viewer.personId
  const rows = await findCases(ctx, input)
  const page = rows.slice(0, input.limit)
  const last = rows.length > input.limit ? page.at(-1) : undefined
  return {
    items: page.map(({ shown: { isHidden, hiddenById, hasOthers, ...shown } }) => {
      const authorId = shown.author.id
      const judged = { ...shown, authorId, isHidden, hiddenById: hiddenById ?? undefined, hasOthers }
      return { ...shown, may: mayWithCase(judged, viewerId) }
    }),
    nextCursor: last === undefined ? null : cursorOf([last.at.toString(), last.id]),
  }
}

async function findCases(ctx: Ctx, { which, cursor, limit }: Input): Promise<Row[]> {
  const viewerId = ctx.viewer.personId
  const { states, at, turns } = ORDERS[which]
  const edge = cursor === undefined ? undefined : readTimeCursor(cursor)
  const sign = which === 'waiting' ? sql`>` : sql`<`
  const isLater =
    edge === undefined ? sql`true` : sql`(${at}, c.id) ${sign} (${edge.at}::timestamptz, ${edge.id}::uuid)`
  const found = await sql<Row>`
    select c.id, ${at} as at, to_json(shown) as shown
    from (
      select c.* from spaces.moderation_case c
      where c.state = any (${states}::text[]) and c.author_id <> ${viewerId} and ${isLater}
        and ${reachesViewer(viewerId, { isSteward: isSteward(ctx) })}
      order by ${at} ${turns}, c.id ${turns} limit ${limit + 1}
    ) c
    cross join lateral (select ${caseColumns(viewerId)}) shown
    order by ${at} ${turns}, c.id ${turns}`.execute(ctx.db)
  return found.rows
}

/** A case `c` as the contract has it, and what its rights are made of. */
function caseColumns(viewerId: PersonId): RawBuilder<unknown> {
  const card = (id: RawBuilder<unknown>) => sql`(select p.ref from people.person_card p where p.id = ${id})`
  const words = sql`spaces.said w where w.said_id = c.said_id`
  return sql`
    c.said_id as "saidId", c.post_id as "postId", (select w.reply_id from ${words}) as "replyId",
    ${card(sql`c.author_id`)} as author,
    (select ${spaceRef} from spaces.space s where s.id = c.space_id and ${isKnown(sql`s.id`, viewerId)}) as space,
    c.title, c.body, c.watched, c.state, c.reason, c.sentence, c.opened_at as "openedAt", c.decided_at as "decidedAt",
    ${card(sql`c.decided_by`)} as "decidedBy",
    case when c.appeal is not null then json_build_object('body', c.appeal, 'at', c.appealed_at) end as appeal,
    coalesce((
      select json_agg(json_build_object('person', p.ref, 'reason', r.reason, 'sentence', r.sentence, 'at', r.at) order by r.at)
      from (select * from spaces.report where case_id = c.id order by at limit ${sql.lit(REPORTS_SHOWN_MAX)}) r
      join people.person_card p on p.id = r.person_id
    ), '[]') as reports,
    ${isVisible(sql`c.space_id`, viewerId)} as "isReadable",
    coalesce((select w.deleted_at is not null and w.hidden is null from ${words}), true) as "isDeleted",
    coalesce((select w.hidden is not null from ${words}), false) as "isHidden",
    c.hidden_by as "hiddenById", ${hasOthers(viewerId)} as "hasOthers"`
}
