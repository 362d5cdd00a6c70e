import type { Done } from '#contract/ref'
import type { SignInRequest } from '#platform/gate'
import { type Auth, requireViewer } from './auth.ts'

export async function signOut(auth: Auth, request: SignInRequest): Promise<Done> {
  const viewer = requireViewer(request)
  request.setCookies(await auth.engine.end(request))
  auth.cache.forgetSession(viewer.sessionId)
  return { done: true }
}
