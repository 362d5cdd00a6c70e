import { sql } from 'kysely'
import type { ReplyOf } from '#contract/endpoint'
import type { guests } from '#contract/guests'
import { type Ctx, isGuest } from '#platform/ctx'
import { readLooks } from './looks.ts'
import { readGuests } from './reply.ts'

const LOOKS_SHOWN_MAX = 20

/** One's own stay. Those of the house have none. */
export async function getStay(ctx: Ctx): Promise<ReplyOf<typeof guests.getStay>> {
  const id = ctx.viewer.personId
  if (!isGuest(ctx.viewer)) return { guest: null, looks: [] }
  const [own] = await readGuests(ctx, { which: sql`st.person_id = ${id}`, limit: 1 })
  return {
    guest: own?.guest ?? null,
    looks: await readLooks(ctx, { which: sql`l.guest_id = ${id}`, most: LOOKS_SHOWN_MAX }),
  }
}
