import type { auth as contract, Standing } from '#contract/auth'
import type { InputOf } from '#contract/endpoint'
import { atomically } from '#platform/ctx'
import type { SignInRequest } from '#platform/gate'
import { refusal, refuseIf } from '#platform/refusal'
import { beginNetwork, findNetwork, makeFirstAdministrator, whyNotTimeZone } from '#rooms/people'
import type { Auth } from './auth.ts'
import { hashPassword } from './passwords.ts'
import { standingOf } from './standing.ts'
import { insertUser, writePassword } from './store.ts'

type Input = InputOf<typeof contract.createFirstAdministrator>

/** Begins the network and signs its first administrator in. Of two who try at once, one does. */
export async function createFirstAdministrator(
  auth: Auth,
  request: SignInRequest,
  input: Input,
): Promise<Standing> {
  const { db, now } = request.ctx
  if ((await findNetwork(db)) !== undefined) throw hasBegun()
  if (input.timeZone) refuseIf(whyNotTimeZone(input.timeZone))
  const hashed = await hashPassword(input.password)
  const personId = await atomically(request.ctx, async ({ db }) => {
    if (!(await beginNetwork(db, { name: input.networkName, isSample: false, at: now }))) throw hasBegun()
    const { name, address, timeZone } = input
    const personId = await makeFirstAdministrator(db, { name, address, timeZone, at: now })
    await insertUser(db, { personId, at: now })
    await writePassword(db, { personId, hashed, at: now })
    return personId
  })
  const cookies = await auth.engine.startByPassword(request, { personId, password: input.password })
  if (cookies === undefined) throw new Error('the first administrator could not sign in')
  request.setCookies(cookies)
  return standingOf(auth, db, personId)
}

function hasBegun() {
  return refusal(
    'conflict',
    'has-begun',
    'This network has begun already. Sign in instead, or leave the sample company first.',
  )
}
