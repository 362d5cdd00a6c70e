import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { PersonId } from '#contract/ref'
import type { Scale, ScaleAssumptions, ScaleFigure, ScaleOf, scale } from '#contract/scale'
import type { Ctx } from '#platform/ctx'
import type { Db } from '#platform/db'
import { todayOf } from '../standing/today.ts'
import { type Counted, type FigureName, readCounted } from './read-rows.ts'
import {
  askerMinutesSaved,
  defaultAssumptions,
  figureOf,
  MEASURED_MIN,
  minutesSaved,
  PEOPLE_MIN,
  weighedReuses,
} from './scale.ts'

const COUNTED_DAYS = 365

/** How many seconds somebody took for each of their answers, as far as something measured it. */
export type AnswerTimes = (db: Db, personId: PersonId, since: Temporal.Instant) => Promise<number[]>

/** @param answerTimes knows what people's answers took */
export function getScaleFrom(answerTimes: AnswerTimes) {
  return (ctx: Ctx, { of }: InputOf<typeof scale.getScale>): Promise<Scale> => scaleFor(ctx, of, answerTimes)
}

export async function scaleFor(ctx: Ctx, of: ScaleOf, answerTimes: AnswerTimes): Promise<Scale> {
  const { db, now, viewer } = ctx
  const since = now.subtract({ hours: 24 * COUNTED_DAYS })
  const times = of === 'own' ? await answerTimes(db, viewer.personId, since) : undefined
  const defaults = defaultAssumptions(times ?? [])
  const assumptions = (await readAssumptions(ctx, of)) ?? defaults
  const counted = await readCounted(ctx, { of, since })
  const figures = {
    answers: figureFor('answers', { counted, least: 1 }),
    askers: figureFor('askers', { counted, least: of === 'own' ? 1 : PEOPLE_MIN }),
    confirmed: figureFor('confirmed', { counted, least: of === 'own' ? 1 : PEOPLE_MIN }),
    unconfirmed: figureFor('unconfirmed', { counted, least: of === 'own' ? 1 : PEOPLE_MIN }),
  }
  return {
    of,
    since: String(todayOf({ ...ctx, now: since })),
    figures,
    ...reckoned(figures, assumptions),
    assumptions,
    defaults,
    measured: times === undefined ? null : { answerCount: times.length, needed: MEASURED_MIN },
    may: { assume: mayAssume(ctx, of) },
  }
}

/** One's own everybody sets for themselves; the network's are the stewards'. */
export function mayAssume({ viewer }: Ctx, of: ScaleOf): boolean {
  return of === 'own' || viewer.roles.has('steward')
}

function figureFor(name: FigureName, { counted, least }: { counted: Counted; least: number }): ScaleFigure {
  const rows = counted.rows.map(({ postId, line, day, ...counts }) => ({
    postId,
    line,
    day,
    count: counts[name],
  }))
  return figureOf(rows, { total: counted.totals[name], least })
}

/** From minutes one could reckon back to a figure that is not told, so they are not told either. */
function reckoned(
  { answers, confirmed, unconfirmed }: Scale['figures'],
  assumptions: ScaleAssumptions,
): Pick<Scale, 'reuses' | 'minutes' | 'askerMinutes'> {
  if (confirmed.count === null || unconfirmed.count === null)
    return { reuses: null, minutes: null, askerMinutes: null }
  const tally = {
    answers: answers.count ?? 0,
    confirmed: confirmed.count,
    unconfirmed: unconfirmed.count,
  }
  return {
    reuses: weighedReuses(tally, assumptions),
    minutes: minutesSaved(tally, assumptions),
    askerMinutes: askerMinutesSaved(tally, assumptions),
  }
}

async function readAssumptions({ db, viewer }: Ctx, of: ScaleOf): Promise<ScaleAssumptions | undefined> {
  const found = await sql<ScaleAssumptions>`
    select minutes_per_answer as "minutesPerAnswer", writing_minutes as "writingMinutes",
      asker_minutes as "askerMinutes", unconfirmed_weight as "unconfirmedWeight"
    from answers.scale_assumption
    where person_id is not distinct from ${of === 'own' ? viewer.personId : null}::uuid`.execute(db)
  return found.rows[0]
}
