import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { imports } from '#contract/import'
import { atomically, type Ctx } from '#platform/ctx'
import { personRefs, splitAddress as takeAddress } from '#rooms/people'

/** Makes a person of their own out of an address that an import had taken for somebody's. */
export async function splitAddress(
  ctx: Ctx,
  { address }: InputOf<typeof imports.splitAddress>,
): Promise<ReplyOf<typeof imports.splitAddress>> {
  return atomically(ctx, async (ctx) => {
    const { personId } = await takeAddress(ctx.db, { address, at: ctx.now })
    const person = (await personRefs(ctx.db, [personId])).get(personId)
    if (person === undefined) throw new Error(`the person ${personId} is gone`)
    return { person, movedCount: 0 }
  })
}
