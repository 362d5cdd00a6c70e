import type { InputOf, ReplyOf } from '#contract/endpoint'
import type { mail } from '#contract/mail'
import type { Ctx } from '#platform/ctx'
import { requireReadableSpace } from '#rooms/spaces'
import { spaceAddressFor } from './signed-address.ts'
import type { MailSettings } from './ways.ts'

/** The viewer's own address for a space that they may read, and so may post in; the same at every asking. */
export async function makeSpaceAddress(
  settings: MailSettings,
  ctx: Ctx,
  { spaceId }: InputOf<typeof mail.makeSpaceAddress>,
): Promise<ReplyOf<typeof mail.makeSpaceAddress>> {
  const space = await requireReadableSpace(ctx, spaceId)
  const wanted = { personId: ctx.viewer.personId, spaceId: space.id }
  return { address: (await spaceAddressFor(ctx.db, settings, wanted)) ?? null }
}
