import type { auth as contract, Standing } from '#contract/auth'
import type { InputOf } from '#contract/endpoint'
import type { SignInRequest } from '#platform/gate'
import { refusal } from '#platform/refusal'
import type { Auth } from './auth.ts'
import { LINK_MINUTES } from './lifetimes.ts'
import { standingOf } from './standing.ts'
import { findLink } from './store.ts'

/** Signs in with a link, once; two who use it at the same moment get one session. */
export async function useLink(
  auth: Auth,
  request: SignInRequest,
  { token }: InputOf<typeof contract.useLink>,
): Promise<Standing> {
  const { db, now } = request.ctx
  const link = await findLink(db, token)
  const oldest = now.subtract({ minutes: LINK_MINUTES })
  if (link === undefined || link.personId === undefined) throw isUsedUp()
  if (Temporal.Instant.compare(link.askedAt, oldest) < 0) throw isUsedUp()
  const cookies = await auth.engine.startByLink(request, token)
  if (cookies === undefined) throw isUsedUp()
  request.setCookies(cookies)
  return standingOf(auth, db, link.personId)
}

function isUsedUp() {
  return refusal(
    'invalid',
    'link-used-up',
    'This link was used before, or is older than {minutes} minutes. Ask for a fresh one.',
    { minutes: LINK_MINUTES },
  )
}
