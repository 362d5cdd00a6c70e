import type { auth as contract, Standing } from '#contract/auth'
import type { InputOf } from '#contract/endpoint'
import type { PersonId } from '#contract/ref'
import type { SignInRequest } from '#platform/gate'
import { newId } from '#platform/ids'
import { refusal } from '#platform/refusal'
import { findPersonToSignIn } from '#rooms/people'
import type { Auth } from './auth.ts'
import { standingOf } from './standing.ts'

/** Signs in. Whether the address or the password was wrong shows neither in the answer nor in its time. */
export async function signIn(
  auth: Auth,
  request: SignInRequest,
  input: InputOf<typeof contract.signIn>,
): Promise<Standing> {
  const { db, now } = request.ctx
  await auth.limits.takeSignIn(`password ${input.address} ${request.address}`)
  const person = await findPersonToSignIn(db, input.address)
  // For nobody the library is asked all the same, and hashes the password in vain.
  const personId = person?.isActive ? person.id : newId<PersonId>(now)
  const cookies = await auth.engine.startByPassword(request, { personId, password: input.password })
  if (cookies === undefined) {
    throw refusal(
      'unauthenticated',
      'wrong-sign-in',
      'This address and password do not go together. Try again, or have a link sent to you.',
    )
  }
  request.setCookies(cookies)
  return standingOf(auth, db, personId)
}
