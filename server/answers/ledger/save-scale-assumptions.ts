import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Scale, scale } from '#contract/scale'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { type AnswerTimes, mayAssume, scaleFor } from './get-scale.ts'

/** @param answerTimes knows what people's answers took */
export function saveScaleAssumptionsFrom(answerTimes: AnswerTimes) {
  return async (
    ctx: Ctx,
    { of, assumptions }: InputOf<typeof scale.saveScaleAssumptions>,
  ): Promise<Scale> => {
    if (!mayAssume(ctx, of))
      throw refusal('forbidden', 'stewards-only', 'Only stewards set what the network reckons with.')
    const { db, now, viewer } = ctx
    const whose = of === 'own' ? viewer.personId : null
    if (assumptions === null)
      await sql`
        delete from answers.scale_assumption where person_id is not distinct from ${whose}::uuid`.execute(db)
    else
      await sql`
        insert into answers.scale_assumption
          (person_id, minutes_per_answer, writing_minutes, asker_minutes, unconfirmed_weight, by_id, at)
        values (${whose}, ${assumptions.minutesPerAnswer}, ${assumptions.writingMinutes},
          ${assumptions.askerMinutes}, ${assumptions.unconfirmedWeight}, ${viewer.personId}, ${now})
        on conflict (person_id) do update set minutes_per_answer = excluded.minutes_per_answer,
          writing_minutes = excluded.writing_minutes, asker_minutes = excluded.asker_minutes,
          unconfirmed_weight = excluded.unconfirmed_weight, by_id = excluded.by_id, at = excluded.at`.execute(
        db,
      )
    return scaleFor(ctx, of, answerTimes)
  }
}
