import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { PersonId } from '#contract/ref'
import type { voices } from '#contract/voices'
import type { Ctx } from '#platform/ctx'
import { distancesFrom, makeUp } from '#rooms/people'
import { bandOf, bandsOf, sentenceOf } from './heard.ts'

type Reply = ReplyOf<typeof voices.whoYouHeard>

/** Gather the readings by author, place the authors by distance, and say what that amounts to. */
export async function whoYouHeard(ctx: Ctx, { days }: InputOf<typeof voices.whoYouHeard>): Promise<Reply> {
  const viewerId = ctx.viewer.personId
  const read = await sql<{ authorId: PersonId; count: number }>`
    select author_id as "authorId", count(*)::int as count from voices.reading
    where person_id = ${viewerId} and last_at > ${ctx.now.subtract({ hours: 24 * days })} and last_at <= ${ctx.now}
    group by author_id`.execute(ctx.db)
  const distances = await distancesFrom(
    ctx.db,
    viewerId,
    read.rows.map((row) => row.authorId),
  )
  const readings = new Map<ReturnType<typeof bandOf>, number>()
  for (const { authorId, count } of read.rows) {
    const band = bandOf(distances.get(authorId))
    readings.set(band, (readings.get(band) ?? 0) + count)
  }
  const bands = bandsOf(readings, await makeUp(ctx.db, viewerId))
  const voiceTotal = read.rows.length
  return {
    days,
    readTotal: bands.reduce((sum, band) => sum + band.readCount, 0),
    voiceTotal,
    sentence: sentenceOf(bands, { voiceTotal, days }),
    bands,
  }
}
