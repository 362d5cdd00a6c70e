import { sql } from 'kysely'
import type { AttentionOverview, attention as contract, KeptPromise } from '#contract/attention'
import type { InputOf } from '#contract/endpoint'
import type { PersonRef, SaidId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { readCardWords } from '#rooms/spaces'
import { requireStanding } from '../access.ts'
import { lineOf } from '../line-of.ts'
import type { Standing } from '../standing.ts'
import { ALL_LANGUAGES, READINGS_MIN } from './learn-pace.ts'
import { attentionReply, paceInUse } from './store.ts'

const PROMISED_DAYS = 90
const PROMISES_MAX = 100

/** How the viewer's minutes stand, which promises were kept, and the pace they read at. */
export async function getAttention(
  ctx: Ctx,
  _input: InputOf<typeof contract.getAttention>,
): Promise<AttentionOverview> {
  const standing = await requireStanding(ctx)
  const items = await listPromises(ctx)
  return {
    attention: attentionReply(standing.attention),
    promises: {
      days: PROMISED_DAYS,
      keptCount: items.filter(({ wasKept }) => wasKept).length,
      count: items.length,
      items,
    },
    pace: paceReply(standing),
  }
}

function paceReply({ kept, settings }: Standing): AttentionOverview['pace'] {
  return {
    choice: kept.choice,
    wordsPerMinute: paceInUse(kept, settings.wordsPerMinute).wordsPerMinute,
    learned: kept.paces.get(ALL_LANGUAGES) ?? null,
    byLanguage: [...kept.paces]
      .filter(([language]) => language !== ALL_LANGUAGES)
      .map(([language, pace]) => ({ language, ...pace })),
    readingsNeeded: READINGS_MIN,
  }
}

type Row = {
  saidId: SaidId
  asker: PersonRef
  askedAt: Temporal.Instant
  day: string
  until: Temporal.Instant
  answeredAt: Temporal.Instant | null
}

/**
 * The newest promises that were kept or are over. What is still open counts for nothing yet, and what was deleted or went
 * out of sight for nothing any more.
 */
async function listPromises({ db, viewer, now }: Ctx): Promise<KeptPromise[]> {
  const found = await sql<Row>`
    with promised as materialized (
      select * from brief.promise k
      where k.person_id = ${viewer.personId} and k.promised_at > ${now.subtract({ hours: 24 * PROMISED_DAYS })}
      order by k.promised_at desc limit ${PROMISES_MAX}
    )
    select k.said_id as "saidId", asker.ref as asker, k.asked_at as "askedAt", k.day::text as day, k.until,
      a.at as "answeredAt"
    from promised k
    join spaces.answered_at(${viewer.personId}, array(select said_id from promised), ${now}) a on a.said_id = k.said_id
    join people.person_card asker on asker.id = k.asker_id
    where k.until <= ${now} or a.at is not null
    order by k.until desc, k.said_id`.execute(db)
  const words = await readCardWords(
    db,
    viewer.personId,
    found.rows.map(({ saidId }) => saidId),
  )
  return found.rows.flatMap(({ saidId, asker, askedAt, day, until, answeredAt }): KeptPromise[] => {
    const said = words.get(saidId)
    if (said === undefined) return []
    const { postId, replyId, title, body } = said
    return [
      {
        ...{ saidId, postId, replyId, asker, day },
        line: lineOf({ kind: 'needs-you', title: title ?? undefined, body }, undefined),
        askedAt: askedAt.toString(),
        answeredAt: answeredAt?.toString() ?? null,
        wasKept: answeredAt !== null && Temporal.Instant.compare(answeredAt, until) < 0,
      },
    ]
  })
}
