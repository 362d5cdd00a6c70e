// Posts what came without a name: all that waits for an hour together, in an order drawn by chance and with the hour as
// its time. What is kept of it is written in this one transaction too, so that neither a time, nor an id, nor the order
// in which rows lie tells when somebody asked.
import { sql } from 'kysely'
import { COLLEAGUE_ID } from '#contract/colleague'
import type { PostId, ReplyId, SpaceId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { newId } from '#platform/ids'
import type { News } from '#platform/journal'
import { telling } from '#platform/live-happening'
import { keepColleague } from '#rooms/people'
import { isOpenSpace, postUnsigned, replyUnsigned, whyNotAddUnsigned } from '#rooms/spaces'
import { questionChanged } from '../live.ts'
import { reviewAfter } from '../question.ts'
import { PEOPLE_MIN, periodOf } from './token.ts'

/** From the beginning of the hour in which it came, and the hour for which the use of a session may not be noted. */
const NOTED_HOURS = 2

export type Tell = (db: Db, news: News) => Promise<void>

type Work = { db: Db; now: Temporal.Instant; tell: Tell }

type Unposted = { postId: PostId; postedAt: Temporal.Instant } & (
  | { what: 'question'; spaceId: SpaceId; title: string; body: string; secretHash: string }
  | { what: 'follow-up'; body: string }
  | { what: 'answer'; replyId: ReplyId }
)

/** What cannot be posted any more, as its space was closed meanwhile, is dropped: nobody could be told. */
export async function postUnposted({ db, now, tell }: Work): Promise<void> {
  await db.transaction().execute(async (tx) => {
    const due = await takeDue(tx, now)
    const [first] = due
    if (first === undefined) return
    await keepColleague(tx, first.postedAt)
    const emit: Ctx['emit'] = (news) => tell(tx, news)
    for (const each of due) await postOne({ viewer: nobody, now: each.postedAt, db: tx, emit }, each)
    await mix(tx, due)
  })
}

/** Forgets what the weeks that are over have left: whoever was given tokens, and by which key. */
export async function forgetWeeks(db: Db, now: Temporal.Instant): Promise<void> {
  const period = periodOf(now)
  await sql`delete from answers.tokens_given where period < ${period}`.execute(db)
  await sql`delete from answers.spent_token where period < ${period}`.execute(db)
  await sql`delete from answers.token_key where period < ${period}`.execute(db)
}

const nobody: Ctx['viewer'] = {
  personId: COLLEAGUE_ID,
  sessionId: '',
  roles: new Set(),
  timeZone: undefined,
  language: 'en',
}

/**
 * What is due, once so many people were here since it came that nobody can be found by asking who was. Questions come
 * before what is added to them; beyond that, chance alone orders them.
 */
async function takeDue(db: Db, now: Temporal.Instant): Promise<Unposted[]> {
  const taken = await sql<Unposted>`
    with hours as (select distinct u.posted_at from answers.unposted u where u.posted_at <= ${now}),
    ready as (
      select h.posted_at from hours h
      where (
        select count(*) from (
          select from auth.last_use l
          join people.insider i on i.id = l.person_id
          where l.used_at >= h.posted_at - make_interval(hours => ${NOTED_HOURS})
            and exists (select from answers.tokens_given g where g.person_id = l.person_id)
          limit ${PEOPLE_MIN}
        ) here) = ${PEOPLE_MIN}
    ),
    due as (delete from answers.unposted u using ready r where r.posted_at = u.posted_at returning u.*)
    select d.what, d.post_id as "postId", date_trunc('hour', ${now}::timestamptz) as "postedAt", d.space_id as "spaceId", d.title, d.body,
      d.secret_hash as "secretHash", d.reply_id as "replyId"
    from due d
    order by d.what <> 'question', gen_random_uuid()`.execute(db)
  return taken.rows
}

async function postOne(ctx: Ctx, due: Unposted): Promise<void> {
  if (due.what === 'question') return ask(ctx, due)
  if (due.what === 'follow-up') return followUp(ctx, due)
  return accept(ctx, due)
}

/** What needs no details is said in one place, as in every other question. */
async function ask(ctx: Ctx, due: Unposted & { what: 'question' }): Promise<void> {
  const { postId, postedAt: at, spaceId, secretHash } = due
  if (!(await isOpenSpace(ctx.db, spaceId))) return
  const words = due.body === '' ? { title: undefined, body: due.title } : due
  await postUnsigned(ctx, { postId, spaceId, at, title: words.title, body: words.body })
  await sql`insert into answers.question (post_id, strength) values (${postId}, 'anonymous')`.execute(ctx.db)
  await sql`
    insert into answers.anonymous (post_id, secret_hash) values (${postId}, ${secretHash})`.execute(ctx.db)
}

async function followUp(
  ctx: Ctx,
  { postId, postedAt, body }: Unposted & { what: 'follow-up' },
): Promise<void> {
  if ((await whyNotAddUnsigned(ctx.db, postId)) !== undefined) return
  const found = await sql<{ spaceId: SpaceId }>`
    select p.space_id as "spaceId" from spaces.question_post p where p.post_id = ${postId}`.execute(ctx.db)
  const spaceId = found.rows[0]?.spaceId
  if (spaceId === undefined) return
  await replyUnsigned(ctx, { id: newId<ReplyId>(postedAt), postId, spaceId, body, at: postedAt })
  await sql`
    update answers.anonymous set follow_ups = follow_ups + 1 where post_id = ${postId}`.execute(ctx.db)
}

async function accept(ctx: Ctx, { postId, postedAt, replyId }: Unposted & { what: 'answer' }): Promise<void> {
  const reviewOn = reviewAfter(postedAt.toZonedDateTimeISO('UTC').toPlainDate())
  const found = await sql<{ spaceId: SpaceId }>`
    select p.space_id as "spaceId" from spaces.question_post p where p.post_id = ${postId}`.execute(ctx.db)
  const [question] = found.rows
  if (question === undefined) return
  await sql`
    update answers.question q
    set answer_id = w.reply_id, accepted_by = ${COLLEAGUE_ID}, accepted_at = ${postedAt}, owner_id = w.author_id,
      review_on = ${String(reviewOn)}::date
    from spaces.said w
    where q.post_id = ${postId} and w.said_id = ${replyId} and w.post_id = q.post_id and w.deleted_at is null
      and q.merged_into is null and q.answer_id is distinct from w.reply_id
    returning ${telling(questionChanged({ postId, ...question }))}`.execute(ctx.db)
}

/** Writes the spent tokens anew, which so far lay in the order in which they came. */
async function mix(db: Db, due: readonly Unposted[]): Promise<void> {
  const postIds = due.map(({ postId }) => postId)
  await sql`
    with taken as (delete from answers.spent_token s where s.post_id = any (${postIds}::uuid[]) returning s.*)
    insert into answers.spent_token select * from taken order by gen_random_uuid()`.execute(db)
}
