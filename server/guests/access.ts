// Fetching and the right to fetch are one step: a guest exists for those who answer for them or keep their spaces.
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import { type Ctx, isAdministrator } from '#platform/ctx'
import { refusal } from '#platform/refusal'
import { type Bond, mayKnow, mayWith } from './stay.ts'

export type HeldGuest = {
  id: PersonId
  isIn: boolean
  endsAt: Temporal.Instant | undefined
  may: ReturnType<typeof mayWith>
}

type Row = {
  isActive: boolean
  endsAt: Temporal.Instant | null
  isSponsor: boolean
  isKeeper: boolean
}

export function isSteward(ctx: Ctx): boolean {
  return ctx.viewer.roles.has('steward')
}

/** Whether a guest who is active, or not, and stays until an instant, or without end, may come in. */
export function isInAt(now: Temporal.Instant, stay: { isActive: boolean; endsAt: Temporal.Instant | null }) {
  return stay.isActive && (stay.endsAt === null || Temporal.Instant.compare(now, stay.endsAt) < 0)
}

/** A guest whom the viewer may know of, with what they may do. */
export async function requireGuest(ctx: Ctx, id: PersonId): Promise<HeldGuest> {
  const viewerId = ctx.viewer.personId
  const found = await sql<Row>`
    select st.is_active as "isActive", st.ends_at as "endsAt", st.sponsor_id is not distinct from ${viewerId} as "isSponsor",
      st.person_id in (select k.person_id from spaces.members_kept_by(${viewerId}) k) as "isKeeper"
    from people.guest_stay st where st.person_id = ${id}`.execute(ctx.db)
  const row = found.rows[0]
  const bond: Bond | undefined = row && {
    ...row,
    isSteward: isSteward(ctx),
    isAdministrator: isAdministrator(ctx.viewer),
  }
  if (row === undefined || bond === undefined || !mayKnow(bond)) {
    throw refusal('not-found', 'no-such-guest', 'This guest does not exist for you.')
  }
  const isIn = isInAt(ctx.now, row)
  return { id, isIn, endsAt: row.endsAt ?? undefined, may: mayWith(bond, { isIn }) }
}
