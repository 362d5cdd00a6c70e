import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import { type Merging, type merging, WORDINGS_MAX } from '#contract/merging'
import type { QuestionRef } from '#contract/question-ref'
import type { Ctx } from '#platform/ctx'
import { type HeldQuestion, requireQuestion } from '../access.ts'
import { lineOf, visibleTo } from '../question-line.ts'
import { personIn } from './held.ts'
import { mayMerge } from './merging.ts'

export async function getMerging(ctx: Ctx, { postId }: InputOf<typeof merging.getMerging>): Promise<Merging> {
  return mergingFor(ctx, await requireQuestion(ctx, postId))
}

type Led = Pick<Merging, 'into' | 'by' | 'at'>

/** What leads from a question and to it, as far as the viewer may read both ends. */
export async function mergingFor(ctx: Ctx, question: HeldQuestion): Promise<Merging> {
  const { postId, spaceId, mergedInto } = question
  const found = await sql<{ line: string; led: Led | null; alsoAsked: QuestionRef[] | null }>`
    select (select ${lineOf} from spaces.question_post p where p.post_id = ${postId}) as line,
      (select json_build_object('into', json_build_object('postId', p.post_id, 'line', ${lineOf}), 'by', by.ref, 'at', m.at)
        from answers.merging m
        join people.person_card by on by.id = m.by_id
        join spaces.question_post p on p.post_id = ${mergedInto}
        where m.post_id = ${postId} and ${visibleTo(ctx)}) as led,
      (select json_agg(json_build_object('postId', other.post_id, 'line', other.line) order by other.post_id desc)
        from (
          select p.post_id, ${lineOf} as line
          from answers.question q join spaces.question_post p on p.post_id = q.post_id
          where q.merged_into = ${postId} and ${visibleTo(ctx)}
          order by p.post_id desc limit ${WORDINGS_MAX}
        ) other) as "alsoAsked"`.execute(ctx.db)
  const { line, led, alsoAsked } = found.rows[0] ?? { line: '', led: null, alsoAsked: null }
  const may = mayMerge(question, await personIn(ctx, spaceId))
  return {
    postId,
    line,
    ...(led ?? { into: null, by: null, at: null }),
    alsoAsked: alsoAsked ?? [],
    may: { merge: may && mergedInto === null, unmerge: may && mergedInto !== null },
  }
}
