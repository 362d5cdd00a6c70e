import type { auth as contract } from '#contract/auth'
import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { SignInRequest } from '#platform/gate'
import { refusal } from '#platform/refusal'
import { type Auth, requireViewer } from './auth.ts'
import { deleteSession } from './store.ts'

/** Ends one of the viewer's sessions; somebody else's does not exist. */
export async function endSession(
  auth: Auth,
  request: SignInRequest,
  input: InputOf<typeof contract.endSession>,
): Promise<Done> {
  const { personId } = requireViewer(request)
  const wasThere = await deleteSession(request.ctx.db, { id: input.id, personId })
  if (!wasThere) throw refusal('not-found', 'no-such-session', 'This session has ended already.')
  auth.cache.forgetSession(input.id)
  return { done: true }
}
