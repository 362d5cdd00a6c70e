import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import type { Ctx } from '#platform/ctx'
import { telling } from '#platform/live-happening'
import { refuseIf } from '#platform/refusal'
import { requireWords } from './access.ts'
import { thanked } from './events.ts'
import { reactionsChanged } from './live-happenings.ts'
import { whyNotReact } from './words.ts'

export async function react(ctx: Ctx, input: InputOf<typeof spaces.react>): Promise<Done> {
  const said = await requireWords(ctx, input.saidId)
  refuseIf(whyNotReact(said))
  const given = await sql`
    insert into spaces.reaction (said_id, kind, person_id, post_id, at)
    values (${said.saidId}, ${input.kind}, ${ctx.viewer.personId}, ${said.postId}, ${ctx.now})
    on conflict do nothing returning ${telling(reactionsChanged(said))}`.execute(ctx.db)
  if (given.rows.length > 0 && input.kind === 'thank')
    await ctx.emit(thanked({ saidId: said.saidId, at: ctx.now }))
  return { done: true }
}
