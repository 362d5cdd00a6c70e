import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { moderation } from '#contract/moderation'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { noteAct } from './store.ts'
import { folded } from './watch.ts'
import { requireSteward } from './watched-phrases.ts'

/** Takes a phrase off the list; cases that it opened stay. */
export async function unwatchPhrase(
  ctx: Ctx,
  { phrase }: InputOf<typeof moderation.unwatchPhrase>,
): Promise<Done> {
  requireSteward(ctx)
  const removed = await sql`
    delete from spaces.watched_phrase where folded = ${folded(phrase)} returning id`.execute(ctx.db)
  if (removed.rows.length > 0) await noteAct(ctx, { act: 'phrase-removed', sentence: phrase })
  return { done: true }
}
