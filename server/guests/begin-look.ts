import { sql } from 'kysely'
import type { InputOf } from '#contract/endpoint'
import type { guests, Look } from '#contract/guests'
import type { PersonId, SpaceId } from '#contract/ref'
import type { Ctx } from '#platform/ctx'
import { newId } from '#platform/ids'
import { refusal, refuseIf } from '#platform/refusal'
import { requireSpace } from '#rooms/spaces'
import { isSteward, requireGuest } from './access.ts'
import { readLooks } from './looks.ts'
import { whyNotLookAtSpace } from './stay.ts'

/** Notes that somebody begins to look as a guest would, and as whom. */
export async function beginLook(ctx: Ctx, input: InputOf<typeof guests.beginLook>): Promise<Look> {
  const { guestId, spaceId } = input
  if ((guestId === undefined) === (spaceId === undefined)) {
    throw refusal(
      'invalid',
      'one-of-both',
      'Choose a guest, or a space that a guest nobody knows yet would see.',
    )
  }
  if (guestId !== undefined) await requireLookAs(ctx, guestId)
  if (spaceId !== undefined) {
    refuseIf(whyNotLookAtSpace(await requireSpace(ctx, spaceId), { isSteward: isSteward(ctx) }))
  }
  const id = newId<string>(ctx.now)
  await insertLook(ctx, { id, guestId, spaceId })
  const [look] = await readLooks(ctx, { which: sql`l.id = ${id}`, most: 1 })
  if (look === undefined) throw new Error(`the look ${id} is gone`)
  return look
}

type Fresh = { id: string; guestId: PersonId | undefined; spaceId: SpaceId | undefined }

async function insertLook(ctx: Ctx, { id, guestId, spaceId }: Fresh): Promise<void> {
  await sql`
    insert into guests.look (id, by_id, guest_id, space_id, begun_at)
    values (${id}, ${ctx.viewer.personId}, ${guestId ?? null}, ${spaceId ?? null}, ${ctx.now})`.execute(
    ctx.db,
  )
}

async function requireLookAs(ctx: Ctx, id: PersonId): Promise<void> {
  const guest = await requireGuest(ctx, id)
  if (guest.may.lookAs) return
  throw guest.isIn
    ? refusal(
        'forbidden',
        'not-yours-to-look',
        'Stewards, and keepers of a space they are in, look as a guest.',
      )
    : refusal('conflict', 'guest-is-out', 'This guest sees nothing: their stay is over.')
}
