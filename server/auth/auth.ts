// What the acts of this room share: the sign-in library, the limits on tries, and who is remembered as signed in.

import type { Viewer } from '#platform/ctx'
import type { SignInRequest } from '#platform/gate'
import type { Limits } from '#platform/rate-limits'
import { refusal } from '#platform/refusal'
import type { Engine } from './engine.ts'
import type { SessionCache } from './session-cache.ts'

export type Auth = {
  engine: Engine
  cache: SessionCache
  limits: Pick<Limits, 'takeSignIn'>
  /** Whether others than this machine come to Foyer's address. */
  isOpenToOthers: boolean
}

/** The one who is signed in. The gate has let nobody else in; this tells the compiler. */
export function requireViewer(request: SignInRequest): Viewer {
  const { viewer } = request.ctx
  if (viewer === undefined) throw refusal('unauthenticated', 'not-signed-in', 'Sign in to do this.')
  return viewer
}
