import type { auth as contract, Standing } from '#contract/auth'
import type { InputOf } from '#contract/endpoint'
import type { SignInRequest } from '#platform/gate'
import { refusal } from '#platform/refusal'
import type { Auth } from './auth.ts'
import { findShoes, requireSample } from './shoes.ts'
import { standingOf } from './standing.ts'
import { deleteSession, insertUser } from './store.ts'

/** Signs in as somebody of the sample company. Whoever stood in other shoes before leaves those. */
export async function stepIntoShoes(
  auth: Auth,
  request: SignInRequest,
  { personId }: InputOf<typeof contract.stepIntoShoes>,
): Promise<Standing> {
  const { db, now, viewer } = request.ctx
  await requireSample(db)
  const isLaidOut = (await findShoes(db)).some(({ person }) => person.id === personId)
  if (!isLaidOut) throw refusal('not-found', 'no-such-shoes', 'Nobody here lends you these shoes.')
  await insertUser(db, { personId, at: now })
  request.setCookies(await auth.engine.startAs(request, personId))
  if (viewer !== undefined) {
    await deleteSession(db, { id: viewer.sessionId, personId: viewer.personId })
    auth.cache.forgetSession(viewer.sessionId)
  }
  return standingOf(auth, db, personId)
}
