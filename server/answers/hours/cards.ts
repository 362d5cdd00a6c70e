// What waits in office hours for their host, from a day before until they end: this room's offer to their brief.
import { sql } from 'kysely'
import type { HoursId, PersonId, PostId, SaidId } from '#contract/ref'
import type { Candidate, CardSource } from '#platform/cards'
import { sentence } from '#platform/say'

const HOURS_BEFORE = 24
/** Slots of one host do not overlap. */
const SLOTS_MAX = 3

type Row = {
  id: HoursId
  theme: string
  isOn: boolean
  postId: PostId
  authorId: PersonId
  at: Temporal.Instant
  votes: number
  questions: number
  title: string | null
  body: string
}

/** One card for each slot, which shows the question that is wanted most; none where nothing waits. */
export const hoursCards: CardSource = async ({ db, readerId, at }) => {
  const found = await sql<Row>`
    select h.id, h.theme, h.begins_at <= ${at} as "isOn", top.post_id as "postId", top.author_id as "authorId",
      top.asked_at as at, top.votes, top.questions, words.title, words.body
    from (
      select * from answers.hours
      where host_id = ${readerId} and ends_at > ${at} and begins_at <= ${at.add({ hours: HOURS_BEFORE })}
        and opens_at <= ${at} and (cancelled_at is null or cancelled_at > ${at})
      order by ends_at limit ${SLOTS_MAX}
    ) h
    cross join lateral (
      select q.post_id, q.asked_at, p.author_id, q.vote_count as votes, count(*) over ()::int as questions
      from answers.hours_question q
      join spaces.question_post p on p.post_id = q.post_id and p.space_id = h.space_id
      left join answers.question a on a.post_id = q.post_id
      where q.hours_id = h.id and q.asked_at <= ${at} and (q.set_aside_at is null or q.set_aside_at > ${at})
        and (a.answer_id is null or a.accepted_at > ${at}) and a.merged_into is null
        and not exists (
          select from spaces.silenced s where s.person_id = ${readerId} and s.author_id = p.author_id)
      order by q.skipped_at is not null, q.vote_count desc, q.asked_at, q.post_id limit 1
    ) top
    cross join lateral spaces.post_as_of(${readerId}, array[top.post_id], ${at}) words
    order by h.ends_at`.execute(db)
  return found.rows.map(candidateOf)
}

function candidateOf({
  id,
  theme,
  isOn,
  postId,
  authorId,
  at,
  votes,
  questions,
  title,
  body,
}: Row): Candidate {
  return {
    // What was put off before they began is there again once they are on.
    key: `hours:${id}:${isOn ? 'on' : 'coming'}`,
    ...{ kind: 'needs-you', postId, replyId: undefined, authorId, at, body, prompt: undefined },
    saidId: postId as string as SaidId,
    title: title ?? undefined,
    // Answered from here it would be a reply and no answer of the slot.
    actions: ['later', 'not-for-me'],
    facts: { askedByName: true, isQuestion: true, waiting: votes },
    told: {
      headline: isOn ? sentence('Your office hours are on') : sentence('Your office hours are near'),
      facts: [
        sentence('{count, plural, one {# question waits} other {# questions wait}} in “{theme}”', {
          count: questions,
          theme,
        }),
        sentence('This one is wanted most'),
      ],
      way: { address: `/answers/hours/${id}`, label: sentence('Go to your office hours') },
    },
  }
}
