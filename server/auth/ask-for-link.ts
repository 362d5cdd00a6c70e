import type { auth as contract } from '#contract/auth'
import type { InputOf } from '#contract/endpoint'
import type { Done, PersonId } from '#contract/ref'
import type { SignInRequest } from '#platform/gate'
import { newId } from '#platform/ids'
import { findPersonToSignIn } from '#rooms/people'
import type { Auth } from './auth.ts'
import { insertUser } from './store.ts'

/**
 * Sends a link to somebody active. For everybody else the same is written, for an id that is nobody's, and nothing is
 * sent, so that neither the answer nor its time tells who has an account.
 */
export async function askForLink(
  auth: Auth,
  request: SignInRequest,
  input: InputOf<typeof contract.askForLink>,
): Promise<Done> {
  const { db, now } = request.ctx
  await auth.limits.takeSignIn(`link ${input.address}`)
  const person = await findPersonToSignIn(db, input.address)
  const personId = person?.isActive ? person.id : newId<PersonId>(now)
  await insertUser(db, { personId, at: now })
  const address = person?.isActive ? input.address : undefined
  await auth.engine.sendLink(request, { personId, address, language: person?.language ?? request.language })
  return { done: true }
}
