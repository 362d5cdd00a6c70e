import { sql } from 'kysely'
import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { moderation } from '#contract/moderation'
import type { PersonRef } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { requireSteward } from './watched-phrases.ts'

export async function listWatched(
  ctx: Ctx,
  _input: InputOf<typeof moderation.listWatched>,
): Promise<ReplyOf<typeof moderation.listWatched>> {
  requireSteward(ctx)
  const found = await sql<{ phrase: string; by: PersonRef | null; at: Temporal.Instant }>`
    select w.phrase, (select p.ref from people.person_card p where p.id = w.added_by) as by, w.at
    from spaces.watched_phrase w order by w.folded`.execute(ctx.db)
  return { items: found.rows.map((row) => ({ ...row, at: row.at.toString() })) }
}
