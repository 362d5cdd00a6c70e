// The SQL that writes cases, reports, and the log of what moderators did.
import { sql } from 'kysely'
import type { CaseState, ModerationActKind } from '#contract/judged'
import type { PersonId, PostId, SaidId, SpaceId } from '#contract/ref'
import type { HideReason } from '#contract/said'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { newId } from '#platform/ids'
import { refusal } from '#platform/refusal'
import type { HeldWords } from '../access.ts'
import { changeWords } from '../store.ts'
import type { JudgedWords } from './access.ts'

type Why = { reason?: HideReason | undefined; sentence?: string | undefined }
type Act = Why & {
  act: ModerationActKind
  aboutId?: PersonId
  saidId?: SaidId
  postId?: PostId
  spaceId?: SpaceId
  toSpaceId?: SpaceId
}

/** Notes what was done, by the viewer, for good. */
export async function noteAct(ctx: Ctx, act: Act): Promise<void> {
  await addAct(ctx.db, { ...act, at: ctx.now, byId: ctx.viewer.personId })
}

/** The same where nobody in particular did it. */
export async function addAct(
  db: Db,
  act: Act & { at: Temporal.Instant; byId: PersonId | undefined },
): Promise<void> {
  await sql`
    insert into spaces.moderation_act
      (id, at, act, by_id, about_id, words_id, post_id, space_id, to_space_id, reason, sentence)
    values (${newId(act.at)}, ${act.at}, ${act.act}, ${act.byId ?? null}, ${act.aboutId ?? null}, ${act.saidId ?? null},
      ${act.postId ?? null}, ${act.spaceId ?? null}, ${act.toSpaceId ?? null}, ${act.reason ?? null},
      ${act.sentence || null})`.execute(db)
}

/** What an act is about, of words. */
export function aboutWords({ authorId, saidId, postId, spaceId }: HeldWords) {
  return { aboutId: authorId, saidId, postId, spaceId }
}

type Opening = { at: Temporal.Instant; state: CaseState; watched?: string } & Why

/**
 * Opens a case of words that have none, as they read now.
 * @returns its id; undefined where a case was opened at the same moment
 */
export async function openCase(db: Db, said: HeldWords, opening: Opening): Promise<string | undefined> {
  const { at, state, watched, reason, sentence } = opening
  const opened = await sql<{ id: string }>`
    insert into spaces.moderation_case
      (id, said_id, post_id, space_id, author_id, title, body, watched, state, reason, sentence, opened_at)
    values (${newId(at)}, ${said.saidId}, ${said.postId}, ${said.spaceId}, ${said.authorId}, ${said.title}, ${said.body},
      ${watched ?? null}, ${state}, ${reason ?? null}, ${sentence || null}, ${at})
    on conflict do nothing returning id`.execute(db)
  return opened.rows[0]?.id
}

type Decision = Why & { state: CaseState }

/** Decides the case, unless somebody else just did. */
export async function decide(ctx: Ctx, judged: JudgedWords, decision: Decision): Promise<void> {
  const { state, reason, sentence } = decision
  const hides = state === 'hidden'
  const decided = await sql`
    update spaces.moderation_case c
    set state = ${state}, decided_at = ${ctx.now}, decided_by = ${ctx.viewer.personId},
      reason = coalesce(${reason ?? null}, c.reason), sentence = coalesce(${sentence || null}, c.sentence),
      hidden_by = case when ${hides} then ${ctx.viewer.personId}::uuid else c.hidden_by end
    where c.id = ${judged.caseId ?? null} and c.state = ${judged.state ?? null}`.execute(ctx.db)
  if (Number(decided.numAffectedRows ?? 0) === 0) throw decidedMeanwhile()
}

/** Lets a decided case wait again. */
export async function putBack(ctx: Ctx, judged: JudgedWords, state: CaseState): Promise<void> {
  const put = await sql`
    update spaces.moderation_case set state = ${state}, decided_at = null, decided_by = null
    where id = ${judged.caseId ?? null} and state = ${judged.state ?? null}`.execute(ctx.db)
  if (Number(put.numAffectedRows ?? 0) === 0) throw decidedMeanwhile()
}

export function decidedMeanwhile() {
  return refusal('conflict', 'decided-meanwhile', 'Somebody decided on this just now. Look at it again.')
}

/** Takes the words out of their row, so that nothing that reads rows can give them, and leaves why. */
export async function hide(
  ctx: Ctx,
  judged: JudgedWords,
  { reason, sentence }: { reason: HideReason; sentence: string | undefined },
): Promise<void> {
  await sql`
    insert into spaces.hidden_words (said_id, post_id, title, body, folded, sentence, hidden_by)
    select w.said_id, w.post_id, w.title, w.body, w.folded, ${sentence || null}, ${ctx.viewer.personId}
    from spaces.said w where w.said_id = ${judged.saidId}`.execute(ctx.db)
  await changeWords(ctx.db, judged, { title: null, body: '', deletedAt: ctx.now })
  const why = JSON.stringify({ reason, at: ctx.now.toString() })
  await sql`update ${tableOf(judged)} set hidden = ${why}::jsonb, folded = null where id = ${judged.saidId}`.execute(
    ctx.db,
  )
}

/** Puts the words back where they stood. */
export async function unhide(ctx: Ctx, judged: JudgedWords): Promise<void> {
  const kept = await sql<{ title: string | null; body: string; folded: string | null }>`
    delete from spaces.hidden_words where said_id = ${judged.saidId} returning title, body, folded`.execute(
    ctx.db,
  )
  const wording = kept.rows[0]
  if (wording === undefined) throw decidedMeanwhile()
  const { folded, ...words } = wording
  await sql`update ${tableOf(judged)} set hidden = null, folded = ${folded} where id = ${judged.saidId}`.execute(
    ctx.db,
  )
  await changeWords(ctx.db, judged, words)
}

function tableOf({ replyId }: HeldWords) {
  return replyId === undefined ? sql`spaces.post` : sql`spaces.reply`
}
