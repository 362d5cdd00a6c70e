// How questions stand that came from elsewhere than the page, in bulk.
import { sql } from 'kysely'
import type { PersonId, PostId, SaidId } from '#contract/ref'
import type { Db } from '#platform/db'
import { newId } from '#platform/ids'

export type PlannedStanding = {
  postId: PostId
  askedAt: Temporal.Instant
  /** Who wants to know too. */
  waitingIds: PersonId[]
  answer:
    | {
        replyId: SaidId
        acceptedById: PersonId
        acceptedAt: Temporal.Instant
        ownerId: PersonId
        reviewOn: Temporal.PlainDate
        /** Who found it and had not to ask, and when. */
        served: { personId: PersonId; at: Temporal.Instant }[]
      }
    | undefined
}

/** Notes how questions stand that are there already, and of which nothing is known yet. */
export async function addPlannedStandings(db: Db, planned: readonly PlannedStanding[]): Promise<void> {
  const answered = planned.flatMap(({ postId, answer }) =>
    answer === undefined
      ? []
      : { postId, ...answer, acceptedAt: String(answer.acceptedAt), reviewOn: String(answer.reviewOn) },
  )
  const served = planned.flatMap(
    ({ postId, answer }) =>
      answer?.served.map(({ personId, at }) => ({
        id: newId(at),
        postId,
        replyId: answer.replyId,
        personId,
        at: String(at),
      })) ?? [],
  )
  const waiting = planned.flatMap(({ postId, askedAt, waitingIds }) =>
    waitingIds.map((personId) => ({ postId, personId, at: String(askedAt) })),
  )
  await sql`
    insert into answers.question (post_id, answer_id, accepted_by, accepted_at, owner_id, review_on)
    select r."postId", r."replyId", r."acceptedById", r."acceptedAt", r."ownerId", r."reviewOn"
    from jsonb_to_recordset(${JSON.stringify(answered)}::jsonb) as r (
      "postId" uuid, "replyId" uuid, "acceptedById" uuid, "acceptedAt" timestamptz, "ownerId" uuid, "reviewOn" date)`.execute(
    db,
  )
  await sql`
    insert into answers.waiting (post_id, person_id, at)
    select r."postId", r."personId", r.at
    from jsonb_to_recordset(${JSON.stringify(waiting)}::jsonb) as r (
      "postId" uuid, "personId" uuid, at timestamptz)`.execute(db)
  await sql`
    insert into answers.reuse (id, post_id, answer_id, person_id, kind, at)
    select r.id, r."postId", r."replyId", r."personId", 'answers-me', r.at
    from jsonb_to_recordset(${JSON.stringify(served)}::jsonb) as r (
      id uuid, "postId" uuid, "replyId" uuid, "personId" uuid, at timestamptz)`.execute(db)
}
