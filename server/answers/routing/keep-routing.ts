// Putting a question to somebody: kept with why, and told to them.
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { telling } from '#platform/live-happening'
import { writtenDown } from '#platform/say'
import { tellOfThread } from '#rooms/notices'
import type { HeldQuestion } from '../access.ts'
import { questionChanged } from '../live.ts'
import { isOnlyOne, type Ranked } from './rank-experts.ts'
import { becauseOf } from './reasons.ts'

type Put = {
  question: HeldQuestion
  personId: PersonId
  byId: PersonId
  passedBy?: PersonId
  /** All who may know, as the one sees them who puts it. */
  experts: readonly Ranked[]
}

export async function keepRouting({ db, now }: Ctx, put: Put): Promise<void> {
  const { question, personId, byId, passedBy = null, experts } = put
  const because = becauseOf(experts.find((expert) => expert.personId === personId))
  await sql`
    insert into answers.routing (post_id, person_id, by_id, at, reason, is_only, passed_by)
    values (${question.postId}, ${personId}, ${byId}, ${now}, ${writtenDown(because)}, ${isOnlyOne(experts, personId)},
      ${passedBy})
    returning ${telling(questionChanged(question))}`.execute(db)
  await tellOfThread({ db, now }, { personId, postId: question.postId, how: 'put', byId, why: because })
}
