// What was put to somebody because they may know it: this room's offer to their brief.
import { sql } from 'kysely'
import type { PersonId, PostId, SaidId } from '#contract/ref'
import { CANDIDATES_PER_SOURCE_MAX, type CardSource } from '#platform/cards'
import { readBack, sentence } from '#platform/say'

type Row = {
  postId: PostId
  authorId: PersonId
  at: Temporal.Instant
  title: string | null
  body: string
  byName: string
  reason: string
  isOnly: boolean
  waiting: number
  answeredByOthers: boolean
}

/** Questions that wait for the reader, the last put first; none by those of whom they do not want to hear. */
export const routingCards: CardSource = async ({ db, readerId, at }) => {
  const found = await sql<Row>`
    select r.post_id as "postId", p.author_id as "authorId", r.at, words.title, words.body,
      by.ref ->> 'name' as "byName", r.reason, r.is_only as "isOnly",
      (select count(*)::int from answers.waits_for(r.post_id) w where w.at <= ${at} and w.person_id <> ${readerId})
        as waiting,
      exists (select from spaces.said w
        where w.post_id = r.post_id and w.reply_id is not null and w.created_at <= ${at}
          and w.author_id not in (p.author_id, ${readerId}) and (w.deleted_at is null or w.deleted_at > ${at}))
        as "answeredByOthers"
    from answers.waits_at(${readerId}, ${at}) r
    join spaces.question_post p on p.post_id = r.post_id
    join people.person_card by on by.id = r.by_id
    cross join lateral spaces.post_as_of(${readerId}, array[r.post_id], ${at}) words
    where not exists (
      select from (select * from spaces.silenced union all select * from notices.unheard) apart
      where apart.person_id = ${readerId} and apart.author_id in (r.by_id, p.author_id))
    order by r.at desc, r.post_id limit ${CANDIDATES_PER_SOURCE_MAX}`.execute(db)
  return found.rows.map(({ postId, authorId, title, body, waiting, answeredByOthers, ...put }) => ({
    ...{ key: `put:${postId}`, kind: 'needs-you', postId, replyId: undefined, authorId, body },
    saidId: postId as string as SaidId,
    title: title ?? undefined,
    prompt: undefined,
    at: put.at,
    actions: ['answer', 'ask-more', 'save', 'later', 'not-for-me'],
    facts: { askedByName: true, isQuestion: true, waiting, answeredByOthers },
    told: {
      headline: put.isOnly ? sentence('A question only you can answer') : sentence('Put to you'),
      facts: [
        sentence('Put to you by {name}, {because}', { name: put.byName, because: readBack(put.reason) }),
        sentence('If it is not for you, it goes to the next who may know'),
      ],
    },
  }))
}
