import type { Brief, brief } from '#contract/brief'
import type { InputOf } from '#contract/endpoint'
import type { Ctx } from '#platform/ctx'
import { requireBrief } from './access.ts'
import { toReply } from './reply.ts'

export async function getBrief(ctx: Ctx, { id }: InputOf<typeof brief.getBrief>): Promise<Brief> {
  return toReply(ctx, await requireBrief(ctx, id))
}
