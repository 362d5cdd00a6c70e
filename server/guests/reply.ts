// Guests as those see them who look after them.
import { type RawBuilder, sql } from 'kysely'
import type { Guest } from '#contract/guests'
import type { PersonId, PersonRef, SpaceRef } from '#contract/ref'
import { type Ctx, isAdministrator } from '#platform/ctx'
import { isInAt, isSteward } from './access.ts'
import { mayWith } from './stay.ts'

type Row = {
  id: PersonId
  name: string
  person: PersonRef
  sponsor: PersonRef | null
  endsAt: Temporal.Instant | null
  isActive: boolean
  places: { space: SpaceRef; isKept: boolean }[]
  lastSeenOn: string | null
}

export type Wanted = { which: RawBuilder<unknown>; limit: number }

/** Guests by name, each with what names their place in the order; `st` is their stay. */
export async function readGuests(ctx: Ctx, { which, limit }: Wanted) {
  const viewerId = ctx.viewer.personId
  const found = await sql<Row>`
    select st.person_id as id, lower(st.name) as name, card.ref as person, sponsor.ref as sponsor, st.ends_at as "endsAt",
      st.is_active as "isActive",
      coalesce((
        select json_agg(json_build_object('space', p.space, 'isKept', p.is_kept))
        from spaces.places_of(st.person_id, ${viewerId}) p
      ), '[]') as places,
      (select to_char(u.used_at at time zone 'UTC', 'YYYY-MM-DD') from auth.last_use u where u.person_id = st.person_id)
        as "lastSeenOn"
    from people.guest_stay st
    join people.person_card card on card.id = st.person_id
    left join people.person_card sponsor on sponsor.id = st.sponsor_id
    where ${which}
    order by lower(st.name), st.person_id limit ${limit}`.execute(ctx.db)
  return found.rows.map((row) => ({ id: row.id, name: row.name, guest: guestOf(ctx, row) }))
}

/** A guest whom the viewer was found to be allowed to see. */
export async function toReply(ctx: Ctx, id: PersonId): Promise<Guest> {
  const [found] = await readGuests(ctx, { which: sql`st.person_id = ${id}`, limit: 1 })
  if (found === undefined) throw new Error(`the guest ${id} is gone`)
  return found.guest
}

function guestOf(ctx: Ctx, row: Row): Guest {
  const isIn = isInAt(ctx.now, row)
  const bond = {
    isSponsor: row.sponsor?.id === ctx.viewer.personId,
    isKeeper: row.places.some(({ isKept }) => isKept),
    isSteward: isSteward(ctx),
    isAdministrator: isAdministrator(ctx.viewer),
  }
  return {
    person: row.person,
    sponsor: row.sponsor,
    endsAt: row.endsAt?.toString() ?? null,
    isIn,
    spaces: row.places.map(({ space }) => space),
    lastSeenOn: row.lastSeenOn,
    may: mayWith(bond, { isIn }),
  }
}
