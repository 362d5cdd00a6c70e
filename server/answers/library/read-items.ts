// What a list of the library shows of its questions.
import { sql } from 'kysely'
import type { LibraryItem } from '#contract/library'
import type { Ctx } from '#platform/ctx'
import { stateOf } from '../question.ts'
import { lineOf } from '../question-line.ts'
import { todayOf } from '../standing/today.ts'
import type { Shelved } from './find-shelved.ts'

/** Of fewer people nothing is told: in a small space one could guess who they are. */
const REUSE_PEOPLE_MIN = 5
const OPENING_CHARACTERS_MAX = 400

type Row = Omit<LibraryItem, 'state'> & { answerId: string | null }

/** In the order in which they were found; what may be seen was looked to before. */
export async function readItems(ctx: Ctx, page: readonly Pick<Shelved, 'postId'>[]): Promise<LibraryItem[]> {
  const ids = page.map(({ postId }) => postId)
  const found = await sql<Row>`
    select p.post_id as "postId",
      ${lineOf} as line,
      to_json(spaces.known_ref(p.space_id, ${ctx.viewer.personId})) as space,
      s.answer_id as "answerId",
      case when s.answer_id is not null then json_build_object(
        'replyId', s.answer_id, 'author', author.ref,
        'isExecutive', 'executive' = any (standing.roles),
        'opening', left(words.body, ${OPENING_CHARACTERS_MAX}),
        'isCut', length(words.body) > ${OPENING_CHARACTERS_MAX}, 'at', s.answered_at) end as answer,
      owner.ref as owner, s.review_on::text as "reviewOn",
      case when s.reuse_count >= ${REUSE_PEOPLE_MIN} then s.reuse_count end as "reuseCount",
      s.waiting_count as "waitingCount"
    from unnest(${ids}::uuid[]) with ordinality wanted (post_id, place)
    join answers.shelved s on s.post_id = wanted.post_id
    join spaces.question_post p on p.post_id = s.post_id
    left join answers.question q on q.post_id = s.post_id and s.answer_id is not null
    left join spaces.said words on words.said_id = s.answer_id
    left join people.person_card author on author.id = s.answered_by
    left join people.standing standing on standing.id = s.answered_by
    left join people.person_card owner on owner.id = q.owner_id
    order by wanted.place`.execute(ctx.db)
  const today = todayOf(ctx)
  return found.rows.map(({ answerId, ...row }) => {
    const reviewOn = row.reviewOn === null ? null : Temporal.PlainDate.from(row.reviewOn)
    return { ...row, state: stateOf({ answerId, reviewOn, supersededBy: null }, today) }
  })
}
