// How many wait for what somebody is asked, whichever room brings it to their brief.
import { sql } from 'kysely'
import type { SaidId } from '#contract/ref'
import type { Candidate, CardQuestion, CardSource } from '#platform/cards'
import { listAgreeing } from '#rooms/spaces'

/** Counts those who asked to know too among those who wait for what the reader is asked, each person once. */
export function withWaiting(source: CardSource): CardSource {
  return async (question) => {
    const candidates = await source(question)
    const counts = await countWaiting(question, candidates)
    return candidates.map((candidate) => {
      const waiting = candidate.saidId && counts.get(candidate.saidId)
      return waiting === undefined ? candidate : { ...candidate, facts: { ...candidate.facts, waiting } }
    })
  }
}

/**
 * Of what is said in threads of open questions: who reacted to it as one who waits, who asked to know too, and whoever
 * asked the question, if somebody else put it to the reader.
 */
async function countWaiting(
  { db, readerId, at }: CardQuestion,
  candidates: readonly Candidate[],
): Promise<ReadonlyMap<SaidId, number>> {
  const asked = candidates.flatMap(({ postId, saidId, authorId }) =>
    postId === undefined || saidId === undefined ? [] : [{ postId, saidId, authorId }],
  )
  if (asked.length === 0) return new Map()
  const agreeing = await listAgreeing(db, { saidIds: asked.map(({ saidId }) => saidId), until: at })
  const cards = asked.map((card) => ({ ...card, agreeing: agreeing.get(card.saidId) ?? [] }))
  const found = await sql<{ saidId: SaidId; waiting: number }>`
    select card."saidId",
      (select count(*)::int from (
        select w.person_id from answers.waits_for(p.post_id) w where w.at <= ${at}
        union select p.author_id
        union select unnest(card.agreeing)
      ) wait where wait.person_id <> ${readerId} and wait.person_id is distinct from card."authorId") as waiting
    from jsonb_to_recordset(${JSON.stringify(cards)}::jsonb) as card (
      "postId" uuid, "saidId" uuid, "authorId" uuid, agreeing uuid[])
    join spaces.question_post p on p.post_id = card."postId"
    where not exists (
      select from answers.question q join spaces.said w on w.said_id = q.answer_id
      where q.post_id = p.post_id and w.deleted_at is null)`.execute(db)
  return new Map(found.rows.map(({ saidId, waiting }) => [saidId, waiting]))
}
