import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Done, SaidId } from '#contract/ref'
import type { voices } from '#contract/voices'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { countByDay } from './count-by-day.ts'

/** Notes that the viewer really read something that they may see; a second time adds its seconds. */
export async function recordReading(ctx: Ctx, input: InputOf<typeof voices.recordReading>): Promise<Done> {
  const isSeen = await noteReading(ctx, input)
  if (!isSeen) throw refusal('not-found', 'no-such-words', 'This does not exist for you.')
  return { done: true }
}

/** @returns false when the viewer may not see it, and nothing was noted */
export async function noteReading(
  ctx: Ctx,
  { saidId, seconds }: { saidId: SaidId; seconds: number },
): Promise<boolean> {
  const viewerId = ctx.viewer.personId
  const found = await sql<{ isSeen: boolean }>`
    with seen as (
      select w.author_id from spaces.said w
      where w.said_id = ${saidId}
        and exists (select from spaces.visible_space(${viewerId}) v where v.space_id = w.space_id)
    ),
    noted as (
      insert into voices.reading (person_id, said_id, author_id, seconds, first_at, last_at)
      select ${viewerId}, ${saidId}, seen.author_id, ${seconds}, ${ctx.now}, ${ctx.now}
      from seen where seen.author_id <> ${viewerId}
      on conflict (person_id, said_id) do update
        set seconds = reading.seconds + excluded.seconds, last_at = excluded.last_at
      -- Nothing has locked or replaced a row that is new.
      returning person_id, said_id, author_id, first_at, xmax = 0 as is_first
    ),
    fresh as (select * from noted where is_first),
    counted as (${countByDay})
    select exists (select from seen) as "isSeen"`.execute(ctx.db)
  return found.rows[0]?.isSeen ?? false
}
