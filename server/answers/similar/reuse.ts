// That somebody was served by a question that stood already: counted once a day for each person and question.
import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import type { HeldQuestion } from '../access.ts'

/** Opening a question and then saying that it answers is one re-use, the stronger one. */
export async function noteReuse(
  { db, now, viewer }: Ctx,
  { question, kind }: { question: HeldQuestion; kind: 'answers-me' | 'opened' },
): Promise<void> {
  await sql`
    insert into answers.reuse (id, post_id, answer_id, person_id, kind, at)
    values (${newId(now)}, ${question.postId}, ${question.answerId}, ${viewer.personId}, ${kind}, ${now})
    on conflict (person_id, post_id, ((at at time zone 'UTC')::date))
    do update set kind = excluded.kind, answer_id = excluded.answer_id, at = excluded.at
    where excluded.kind = 'answers-me' and answers.reuse.kind = 'opened'`.execute(db)
}
