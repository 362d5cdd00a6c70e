// How a question stands, for one viewer.
import { sql } from 'kysely'
import type { QuestionRef, QuestionStanding } from '#contract/answers'
import type { PersonRef, PostId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { type HeldQuestion, requireQuestion, whoComes } from '../access.ts'
import { mayOf, stateOf } from '../question.ts'
import { lineOf, visibleTo } from '../question-line.ts'
import { todayOf } from './today.ts'

/** A question to which it leads is named only to those who may read it. */
export async function readStanding(ctx: Ctx, postId: PostId): Promise<QuestionStanding> {
  const question = await requireQuestion(ctx, postId)
  const around = await readAround(ctx, question)
  return {
    postId,
    state: stateOf(question, todayOf(ctx)),
    strength: question.strength,
    youAsked: question.youAsked,
    reviewOn: question.reviewOn === null ? null : String(question.reviewOn),
    ...around,
    supersededBy: await questionRef(ctx, question.supersededBy),
    mergedInto: await questionRef(ctx, question.mergedInto),
    may: mayOf(await whoComes(ctx, question), question),
  }
}

type Around = Pick<QuestionStanding, 'answer' | 'waitingCount' | 'youWait'> & { owner: PersonRef | null }

async function readAround(ctx: Ctx, { postId, answerId, ownerId }: HeldQuestion): Promise<Around> {
  const viewerId = ctx.viewer.personId
  const found = await sql<Around>`
    select
      (select json_build_object('replyId', w.said_id, 'author', author.ref, 'acceptedBy', accepter.ref, 'acceptedAt', q.accepted_at)
        from spaces.said w
        join people.person_card author on author.id = w.author_id
        join answers.question q on q.post_id = asked.id
        join people.person_card accepter on accepter.id = q.accepted_by
        where w.said_id = ${answerId}::uuid) as answer,
      (select owner.ref from people.person_card owner where owner.id = ${ownerId}::uuid) as owner,
      (select count(*)::int from answers.waits_for(asked.id)) as "waitingCount",
      exists (select from answers.asked_alike(asked.id) alike
        join answers.waiting w on w.post_id = alike.post_id and w.person_id = ${viewerId}) as "youWait"
    from (select ${postId}::uuid as id) asked`.execute(ctx.db)
  const [row] = found.rows
  if (row === undefined) throw new Error('a question without a row is a row too')
  return row
}

async function questionRef(ctx: Ctx, postId: PostId | null): Promise<QuestionRef | null> {
  if (postId === null) return null
  const found = await sql<QuestionRef>`
    select p.post_id as "postId", ${lineOf} as line
    from spaces.question_post p
    where p.post_id = ${postId} and ${visibleTo(ctx)}`.execute(ctx.db)
  return found.rows[0] ?? null
}
