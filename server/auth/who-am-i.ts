import type { Standing } from '#contract/auth'
import type { SignInRequest } from '#platform/gate'
import type { Auth } from './auth.ts'
import { standingOf } from './standing.ts'

export async function whoAmI(auth: Auth, { ctx }: SignInRequest): Promise<Standing> {
  return standingOf(auth, ctx.db, ctx.viewer?.personId)
}
