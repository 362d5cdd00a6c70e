// Fetching words to judge them. A steward reaches what was reported, even where they may not read the space, and
// nothing else there.
import { type RawBuilder, sql } from 'kysely'
import type { CaseState } from '#contract/judged'
import type { PersonId, ReplyId, SaidId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal, refuseIf } from '#platform/refusal'
import type { HeldWords } from '../access.ts'
import { isVisible } from '../visibility.ts'
import { type Judged, whyNotJudge } from './case.ts'

export type JudgedWords = HeldWords & Judged & { caseId: string | undefined }

type Row = Omit<JudgedWords, 'replyId' | 'deletedAt' | 'caseId' | 'state' | 'hiddenById'> & {
  replyId: ReplyId | null
  deletedAt: Temporal.Instant | null
  caseId: string | null
  state: CaseState | null
  hiddenById: PersonId | null
}

export function isSteward(ctx: Ctx): boolean {
  return ctx.viewer.roles.has('steward')
}

/** Whether somebody other than the viewer could judge case `c`: another keeper of its space, or another steward. */
export function hasOthers(viewerId: PersonId): RawBuilder<boolean> {
  return sql<boolean>`(
    exists (select from spaces.membership m where m.space_id = c.space_id and m.is_keeper
      and m.person_id not in (${viewerId}, c.author_id))
    or exists (select from people.standing p where p.is_active and 'steward' = any (p.roles)
      and p.id not in (${viewerId}, c.author_id)))`
}

/**
 * Which cases `c` reach the viewer: of spaces that they keep; for stewards what stands in their sight, what somebody
 * reported, and what its author asks to be looked at again.
 */
export function reachesViewer(
  viewerId: PersonId,
  { isSteward }: { isSteward: boolean },
): RawBuilder<boolean> {
  const kept = sql`exists (
    select from spaces.membership m where m.space_id = c.space_id and m.person_id = ${viewerId} and m.is_keeper)`
  const reported = sql`(c.appeal is not null or exists (select from spaces.report r where r.case_id = c.id))`
  return isSteward
    ? sql<boolean>`(${kept} or ${reported} or ${isVisible(sql`c.space_id`, viewerId)})`
    : sql<boolean>`${kept}`
}

/**
 * Words with their newest case, for whoever may judge them.
 * @throws Refusal `no-such-words` for whom they do not exist, `moderators-only` for all others who may not judge them
 */
export async function requireJudged(ctx: Ctx, saidId: SaidId): Promise<JudgedWords> {
  const viewerId = ctx.viewer.personId
  const reaches = reachesViewer(viewerId, { isSteward: isSteward(ctx) })
  const found = await sql<Row>`
    select w.said_id as "saidId", w.post_id as "postId", w.reply_id as "replyId", w.space_id as "spaceId",
      w.author_id as "authorId", w.title, w.body, w.deleted_at is not null as "isDeleted",
      w.hidden is not null as "isHidden", w.deleted_at as "deletedAt", coalesce(m.is_keeper, false) as "isKeeper",
      c.id as "caseId", c.state, c.hidden_by as "hiddenById", coalesce(c.id is not null and ${hasOthers(viewerId)}, false) as "hasOthers"
    from spaces.said w
    left join spaces.membership m on m.space_id = w.space_id and m.person_id = ${viewerId}
    left join lateral (
      select newest.* from spaces.moderation_case newest where newest.said_id = w.said_id
      order by newest.opened_at desc, newest.id desc limit 1
    ) c on true
    where w.said_id = ${saidId} and (${isVisible(sql`w.space_id`, viewerId)} or c.id is not null and ${reaches})`.execute(
    ctx.db,
  )
  const row = found.rows[0]
  if (row === undefined) throw refusal('not-found', 'no-such-words', 'This does not exist for you.')
  refuseIf(whyNotJudge(row, { viewerId, isModerator: row.isKeeper || isSteward(ctx) }))
  return {
    ...row,
    replyId: row.replyId ?? undefined,
    deletedAt: row.deletedAt ?? undefined,
    caseId: row.caseId ?? undefined,
    state: row.state ?? undefined,
    hiddenById: row.hiddenById ?? undefined,
  }
}
