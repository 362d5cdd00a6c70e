// A draft is its maker's alone: that of somebody else does not exist.
import { sql } from 'kysely'
import type { SpaceId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { type Refusal, refusal } from '#platform/refusal'

export type HeldDraft = {
  id: string
  title: string | null
  question: string
  answer: string | null
  answeredBy: string | null
  spaceId: SpaceId | null
}

/** @throws {Refusal} not-found also for one that was published or discarded */
export async function requireDraft({ db, viewer }: Ctx, id: string): Promise<HeldDraft> {
  const found = await sql<HeldDraft>`
    select d.id, d.title, d.question, d.answer, d.answered_by as "answeredBy", d.space_id as "spaceId"
    from answers.draft d where d.id = ${id} and d.person_id = ${viewer.personId} for update`.execute(db)
  const [draft] = found.rows
  if (draft === undefined) throw noSuchDraft()
  return draft
}

function noSuchDraft(): Refusal {
  return refusal(
    'not-found',
    'no-such-draft',
    'This draft does not exist for you. It may have been published or discarded.',
  )
}
