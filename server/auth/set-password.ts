import type { auth as contract } from '#contract/auth'
import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import { atomically, type Viewer } from '#platform/ctx'
import type { SignInRequest } from '#platform/gate'
import { refusal } from '#platform/refusal'
import { type Auth, requireViewer } from './auth.ts'
import { LINK_MINUTES } from './lifetimes.ts'
import { hashPassword, isPassword } from './passwords.ts'
import { deleteOtherSessions, findPassword, findStart, insertUser, writePassword } from './store.ts'

type Input = InputOf<typeof contract.setPassword>

/** Sets a password and ends all other sessions, which may be somebody else's doing. */
export async function setPassword(auth: Auth, request: SignInRequest, input: Input): Promise<Done> {
  const viewer = requireViewer(request)
  await requireRight(auth, request, { viewer, currentPassword: input.currentPassword })
  const hashed = await hashPassword(input.newPassword)
  const { personId, sessionId } = viewer
  await atomically(request.ctx, async ({ db, now }) => {
    await insertUser(db, { personId, at: now })
    await writePassword(db, { personId, hashed, at: now })
    await deleteOtherSessions(db, { id: sessionId, personId })
  })
  auth.cache.forgetPerson(personId)
  return { done: true }
}

/** Whoever has a password knows it, or has just now shown that the address is theirs. */
async function requireRight(
  auth: Auth,
  { ctx }: SignInRequest,
  { viewer, currentPassword }: { viewer: Viewer; currentPassword: string | undefined },
): Promise<void> {
  const hashed = await findPassword(ctx.db, viewer.personId)
  if (hashed === undefined) return
  if (currentPassword !== undefined) {
    await auth.limits.takeSignIn(`change ${viewer.personId}`)
    if (await isPassword(currentPassword, hashed)) return
    throw refusal('invalid', 'wrong-password', 'This is not your present password.')
  }
  const start = await findStart(ctx.db, viewer.sessionId)
  const soonest = ctx.now.subtract({ minutes: LINK_MINUTES })
  if (start?.startedBy === 'link' && Temporal.Instant.compare(start.startedAt, soonest) >= 0) return
  throw refusal(
    'invalid',
    'password-needed',
    'Give your present password too, or sign in by link and set it then.',
  )
}
