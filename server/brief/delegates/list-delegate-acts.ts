import { sql } from 'kysely'
import type { DelegateAct, DelegateActKind, delegates } from '#contract/delegates'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { PersonRef, SaidId } from '#contract/ref'
import type { CardWords } from '#contract/said'
import type { Ctx } from '#platform/ctx'
import { cursorOf, readTimeCursor } from '#platform/cursor'
import { readCardWords } from '#rooms/spaces'
import { lineOf } from '../line-of.ts'

type Row = {
  id: string
  at: Temporal.Instant
  executive: PersonRef
  by: PersonRef
  delegate: PersonRef | null
  kind: DelegateActKind
  saidId: SaidId | null
  note: string | null
}

/**
 * The log, newest first: of one's own brief all of it; of those that one prepares what one did oneself, and what others
 * did with cards that one may see. Cards are named as far as the viewer may see them now.
 */
export async function listDelegateActs(
  ctx: Ctx,
  { cursor, limit }: InputOf<typeof delegates.listDelegateActs>,
): Promise<ReplyOf<typeof delegates.listDelegateActs>> {
  const viewerId = ctx.viewer.personId
  const after = cursor === undefined ? undefined : readTimeCursor(cursor)
  const found = await sql<Row>`
    select a.id, a.at, executive.ref as executive, by.ref as by, delegate.ref as delegate, a.kind,
      a.said_id as "saidId", a.note
    from brief.delegate_act a
    join people.person_card executive on executive.id = a.executive_id
    join people.person_card by on by.id = a.by_id
    left join people.person_card delegate on delegate.id = a.delegate_id
    where (a.executive_id = ${viewerId} or a.by_id = ${viewerId} or a.delegate_id = ${viewerId}
        or exists (select from people.preparing d where d.executive_id = a.executive_id and d.delegate_id = ${viewerId}
            and a.at >= d.begun_at)
          and (a.said_id is null or exists (
            select from spaces.said w join spaces.visible_space(${viewerId}) v on v.space_id = w.space_id
            where w.said_id = a.said_id and w.deleted_at is null)))
      ${after === undefined ? sql`` : sql`and (a.at, a.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by a.at desc, a.id desc limit ${limit + 1}`.execute(ctx.db)
  const page = found.rows.slice(0, limit)
  const words = await readCardWords(
    ctx.db,
    viewerId,
    page.flatMap(({ saidId }) => saidId ?? []),
  )
  const last = found.rows.length > limit ? page.at(-1) : undefined
  return {
    items: page.map((row) => toAct(row, words)),
    nextCursor: last === undefined ? null : cursorOf([last.at.toString(), last.id]),
  }
}

function toAct({ saidId, at, ...act }: Row, words: ReadonlyMap<SaidId, CardWords>): DelegateAct {
  const said = saidId === null ? undefined : words.get(saidId)
  return { ...act, at: at.toString(), card: said === undefined ? null : cardOf(said) }
}

function cardOf({ postId, replyId, title, body, author }: CardWords): DelegateAct['card'] {
  return {
    postId,
    replyId,
    line: lineOf({ kind: 'needs-you', title: title ?? undefined, body }, author.name),
  }
}
