import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { SimilarQuestion, similar } from '#contract/similar'
import type { Ctx } from '#platform/ctx'
import { lineOf } from '../question-line.ts'
import { findSimilar, type Similar } from './find-similar.ts'
import { isTooShort, TELLING_WORDS_MIN } from './similar.ts'

const SHOWN_MAX = 5
const OPENING_CHARACTERS_MAX = 600

/** Questions like what is typed. Too little to look for is no error: one is still typing. */
export async function listSimilar(
  ctx: Ctx,
  { text }: InputOf<typeof similar.listSimilar>,
): Promise<ReplyOf<typeof similar.listSimilar>> {
  if (isTooShort(text)) return { items: [], reason: 'too-short' }
  const found = await findSimilar(ctx, { text, limit: SHOWN_MAX, wordsMin: TELLING_WORDS_MIN })
  if (found.wordCount < TELLING_WORDS_MIN) return { items: [], reason: 'too-few-words' }
  return { items: await present(ctx, found.items), reason: null }
}

type Shown = Omit<SimilarQuestion, 'state' | 'isStrong' | 'coverage'>

async function present({ db, viewer }: Ctx, found: readonly Similar[]): Promise<SimilarQuestion[]> {
  const read = await sql<Shown>`
    select p.post_id as "postId", ${lineOf} as line,
      to_json(spaces.known_ref(p.space_id, ${viewer.personId})) as space,
      (select count(*)::int from answers.waits_for(p.post_id)) as "waitingCount",
      (select count(*)::int from answers.reuse r where r.post_id = p.post_id and r.kind = 'answers-me') as "reuseCount",
      answer.answer
    from spaces.question_post p
    left join answers.question q on q.post_id = p.post_id
    left join lateral (
      select json_build_object('replyId', w.said_id, 'author', author.ref,
        'opening', left(w.body, ${OPENING_CHARACTERS_MAX}), 'isCut', length(w.body) > ${OPENING_CHARACTERS_MAX}) as answer
      from spaces.said w join people.person_card author on author.id = w.author_id
      where w.said_id = q.answer_id and w.deleted_at is null limit 1
    ) answer on true
    where p.post_id = any (${found.map(({ postId }) => postId)}::uuid[])`.execute(db)
  const shown = new Map(read.rows.map((row) => [row.postId, row]))
  return found.flatMap(({ postId, state, isStrong, coverage }) => {
    const row = shown.get(postId)
    // Hundredths are all that anybody needs to know of it.
    return row === undefined ? [] : [{ ...row, state, isStrong, coverage: Math.round(coverage * 100) / 100 }]
  })
}
