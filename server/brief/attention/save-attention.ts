import type { AttentionOverview, attention } from '#contract/attention'
import type { InputOf } from '#contract/endpoint'
import type { Ctx } from '#platform/ctx'
import { getAttention } from './get-attention.ts'
import { writeAttention } from './store.ts'

/** Sets what is given and leaves the rest. What was promised before stays promised. */
export async function saveAttention(
  ctx: Ctx,
  { minutes, pace }: InputOf<typeof attention.saveAttention>,
): Promise<AttentionOverview> {
  await writeAttention(ctx.db, ctx.viewer.personId, { minutes, choice: pace })
  return getAttention(ctx, {})
}
