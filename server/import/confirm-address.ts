import type { InputOf } from '#contract/endpoint'
import type { imports } from '#contract/import'
import type { Done } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { confirmAddress as takeForCertain } from '#rooms/people'

/** Until an administrator has looked, nobody signs in by an address that an import merged. */
export async function confirmAddress(ctx: Ctx, input: InputOf<typeof imports.confirmAddress>): Promise<Done> {
  const isDone = await takeForCertain(ctx.db, input.address.toLowerCase())
  if (!isDone)
    throw refusal('not-found', 'not-merged', 'This address was not merged, or is confirmed already.')
  return { done: true }
}
