// Questions that were put to those of a role, the reader among them: this room's offer to their brief.
import { sql } from 'kysely'
import type { PersonId, PostId, SaidId } from '#contract/ref'
import type { AskedRole } from '#contract/whom'
import { CANDIDATES_PER_SOURCE_MAX, type Candidate, type CardSource } from '#platform/cards'
import { sentence } from '#platform/say'

/** Older questions have been overtaken by events. */
const ASKED_DAYS = 45

type Row = {
  postId: PostId
  authorId: PersonId
  role: AskedRole
  at: Temporal.Instant
  title: string | null
  body: string
  waiting: number
  addressed: number
  answeredByOthers: boolean
}

/** Those without an answer to which the reader has not replied, the last asked first. */
export const askedCards: CardSource = async ({ db, readerId, at }) => {
  const found = await sql<Row>`
    select a.post_id as "postId", p.author_id as "authorId", of.role, a.at, words.title, words.body,
      (select count(*)::int from answers.waits_for(a.post_id) w where w.person_id <> ${readerId}) as waiting,
      (select count(*)::int - 1 from answers.asked_person o where o.post_id = a.post_id) as addressed,
      exists (select from spaces.said w
        where w.post_id = a.post_id and w.reply_id is not null and w.created_at <= ${at}
          and w.author_id not in (p.author_id, ${readerId}) and (w.deleted_at is null or w.deleted_at > ${at}))
        as "answeredByOthers"
    from (
      select * from answers.asked_person
      where person_id = ${readerId} and at > ${at.subtract({ hours: 24 * ASKED_DAYS })} and at <= ${at}
      order by at desc limit ${CANDIDATES_PER_SOURCE_MAX}
    ) a
    join answers.asked_of of on of.post_id = a.post_id
    join spaces.question_post p on p.post_id = a.post_id
    cross join lateral spaces.post_as_of(${readerId}, array[a.post_id], ${at}) words
    where not exists (select from answers.question q
        where q.post_id = a.post_id and (q.merged_into is not null or q.answer_id is not null and q.accepted_at <= ${at}))
      and not exists (select from spaces.said mine
        where mine.post_id = a.post_id and mine.author_id = ${readerId} and mine.created_at <= ${at}
          and (mine.deleted_at is null or mine.deleted_at > ${at}))
      and not exists (select from spaces.silenced s where s.person_id = ${readerId} and s.author_id = p.author_id)
    order by a.at desc, a.post_id`.execute(db)
  return found.rows.map(candidateOf)
}

function candidateOf({ postId, authorId, role, at, title, body, ...facts }: Row): Candidate {
  return {
    // The same as for whoever is asked by name: it is one thing to answer, however it was put.
    ...{ key: `asked:${postId}`, kind: 'needs-you', postId, replyId: undefined, authorId, at, body },
    saidId: postId as string as SaidId,
    title: title ?? undefined,
    prompt: undefined,
    actions: ['answer', 'ask-more', 'route', 'thank', 'save', 'later', 'not-for-me'],
    facts: { ...facts, isQuestion: true },
    told: {
      headline: sentence(
        'Asked of {role, select, executive {executives} steward {stewards} other {administrators}}',
        { role },
      ),
      facts: [],
    },
  }
}
