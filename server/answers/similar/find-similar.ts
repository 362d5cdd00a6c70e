// Questions like what is typed, as the viewer may know them.
import { sql } from 'kysely'
import type { QuestionState } from '#contract/answers'
import type { PostId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { type AlikeQuestion, findAlikeQuestions } from '#rooms/spaces'
import { stateOf } from '../question.ts'
import { visibleTo } from '../question-line.ts'
import { todayOf } from '../standing/today.ts'
import { inOrder, standingFor } from './similar.ts'

export type Similar = AlikeQuestion & { state: QuestionState }

type Asked = Pick<Ctx, 'db' | 'viewer' | 'now'>

/** @param wanted.wordsMin so many of its words must tell questions apart, or nothing is looked for */
export async function findSimilar(
  ctx: Asked,
  wanted: { text: string; limit: number; wordsMin: number },
): Promise<{ items: Similar[]; wordCount: number }> {
  const { text, limit, wordsMin } = wanted
  const asked = { viewerId: ctx.viewer.personId, text, wordsMin }
  const { questions: alike, wordCount } = await findAlikeQuestions(ctx.db, asked)
  const standings = await readStandings(ctx, alike)
  const leadsTo = new Map([...standings].map(([postId, { into }]) => [postId, into]))
  const states = new Map([...standings.values()].map(({ into, state }) => [into, state]))
  const found = standingFor(alike, leadsTo).map((find) => ({
    ...find,
    state: states.get(find.postId) ?? 'open',
  }))
  return { items: inOrder(found).slice(0, limit), wordCount }
}

type Row = {
  postId: PostId
  into: PostId
  answerId: string | null
  reviewOn: string | null
  supersededBy: string | null
}

/** Where each question leads, and how that one stands; what leads where the viewer may not read is missing. */
async function readStandings(ctx: Asked, alike: readonly AlikeQuestion[]) {
  const ids = alike.map(({ postId }) => postId)
  const found = await sql<Row>`
    select asked.id as "postId", p.post_id as into, answer.said_id as "answerId", q.review_on::text as "reviewOn",
      q.superseded_by as "supersededBy"
    from unnest(${ids}::uuid[]) as asked (id)
    left join answers.question own on own.post_id = asked.id
    join spaces.question_post p on p.post_id = coalesce(own.merged_into, asked.id)
    left join answers.question q on q.post_id = p.post_id
    left join lateral (
      select w.said_id from spaces.said w where w.said_id = q.answer_id and w.deleted_at is null limit 1) answer on true
    where ${visibleTo(ctx)}`.execute(ctx.db)
  const today = todayOf(ctx)
  return new Map(
    found.rows.map(({ postId, into, reviewOn, ...row }) => {
      const review = reviewOn === null ? null : Temporal.PlainDate.from(reviewOn)
      return [postId, { into, state: stateOf({ ...row, reviewOn: review }, today) }] as const
    }),
  )
}
