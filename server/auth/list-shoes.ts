import type { auth as contract } from '#contract/auth'
import type { ReplyOf } from '#contract/endpoint'
import type { SignInRequest } from '#platform/gate'
import type { Auth } from './auth.ts'
import { findShoes, requireSample } from './shoes.ts'

type Reply = ReplyOf<typeof contract.listShoes>

/** Whose shoes stand at the door of the sample company. */
export async function listShoes({ isOpenToOthers }: Auth, { ctx }: SignInRequest): Promise<Reply> {
  await requireSample(ctx.db)
  return { items: await findShoes(ctx.db), isOpenToOthers }
}
