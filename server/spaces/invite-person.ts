import type { InputOf } from '#contract/endpoint'
import type { Done } from '#contract/ref'
import type { spaces } from '#contract/spaces'
import { type Ctx, isGuest } from '#platform/ctx'
import { refusal, refuseIf } from '#platform/refusal'
import { requirePerson } from '#rooms/people'
import { requireSpace } from './access.ts'
import { whyNotInvite } from './membership.ts'
import { insertMember } from './store.ts'

/** Brings somebody in at once; they may leave again. */
export async function invitePerson(ctx: Ctx, input: InputOf<typeof spaces.invitePerson>): Promise<Done> {
  const space = await requireSpace(ctx, input.spaceId)
  refuseIf(whyNotInvite(space, { isGuest: isGuest(ctx.viewer), guestInvited: undefined }))
  const invited = await requirePerson(ctx, input.personId)
  refuseIf(
    whyNotInvite(space, { isGuest: isGuest(ctx.viewer), guestInvited: invited.roles.includes('guest') }),
  )
  if (!invited.isActive) throw refusal('conflict', 'person-inactive', 'This person is no longer here.')
  await insertMember(ctx.db, { spaceId: space.id, personId: invited.id, isKeeper: false, at: ctx.now })
  return { done: true }
}
