import type { Standing } from '#contract/auth'
import type { SignInRequest } from '#platform/gate'
import { standingOf } from './standing.ts'

export async function whoAmI({ ctx }: SignInRequest): Promise<Standing> {
  return standingOf(ctx.db, ctx.viewer?.personId)
}
