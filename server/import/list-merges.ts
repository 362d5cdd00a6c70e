import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { imports } from '#contract/import'
import type { Ctx } from '#platform/ctx'
import { listMergedAddresses } from '#rooms/people'

/** Addresses that imports took for one person, each with what showed it. */
export async function listMerges(
  ctx: Ctx,
  input: InputOf<typeof imports.listMerges>,
): Promise<ReplyOf<typeof imports.listMerges>> {
  const { personId, limit } = input
  return { items: await listMergedAddresses(ctx.db, { personId, limit }) }
}
