// What becomes of guests by the clock and when their sponsor goes: nobody stays whom nobody answers for.
import { sql } from 'kysely'
import type { PersonId } from '#contract/ref'
import type { Db } from '#platform/db'
import { endSessionsOf } from '#rooms/auth'
import { enqueueLetter, oneButtonLink } from '#rooms/mail'
import { endStays, findOverdue, findUnsponsored, setSponsor, takeNearEnds, takePassedOn } from '#rooms/people'
import { nearEnd, passedOn } from './letters.ts'
import { REMINDED_DAYS } from './stay.ts'

const LETTERS_MAX = 200

/** Passes each guest whose sponsor went to a keeper of a space they are in; where there is none, their stay ends. */
export async function passOnGuests(db: Db): Promise<void> {
  for (const id of await findUnsponsored(db)) {
    const keepers = await sql<{ id: PersonId }>`
      select k.person_id as id from spaces.keeper_for(${id}) k limit 1`.execute(db)
    const keeper = keepers.rows[0]
    if (keeper === undefined) await end(db, [id])
    else await setSponsor(db, { id, sponsorId: keeper.id, isTold: false })
  }
}

/** Ends the stays whose end has come. */
export async function endOverdue(db: Db, now: Temporal.Instant): Promise<void> {
  await end(db, await findOverdue(db, now))
}

async function end(db: Db, ids: readonly PersonId[]): Promise<void> {
  if (ids.length === 0) return
  await endStays(db, ids)
  await endSessionsOf(db, ids)
}

type Telling = { db: Db; now: Temporal.Instant; baseUrl: string }

/** Writes to the sponsors of guests whose end is near, and to those who became sponsors without having asked for it. */
export async function tellSponsors({ db, now, baseUrl }: Telling): Promise<void> {
  const until = now.add({ hours: 24 * REMINDED_DAYS })
  await db.transaction().execute(async (tx) => {
    for (const { guest, sponsorId, endsAt, language } of await takeNearEnds(tx, {
      now,
      until,
      most: LETTERS_MAX,
    })) {
      const renewLink = await oneButtonLink(
        tx,
        { baseUrl },
        { personId: sponsorId, act: 'guests/renew-guest', facts: { guestId: guest.id }, expiresAt: endsAt },
      )
      const words = nearEnd({ guest, endsAt, renewLink, baseUrl, language })
      const uniqueKey = `guest near end ${guest.id} ${endsAt}`
      await enqueueLetter(tx, { uniqueKey, personId: sponsorId, why: 'guest', ...words }, now)
    }
    for (const { guest, sponsorId, endsAt, language } of await takePassedOn(tx, LETTERS_MAX)) {
      const words = passedOn({ guest, endsAt, baseUrl, language })
      const uniqueKey = `guest passed on ${guest.id} ${sponsorId} ${now}`
      await enqueueLetter(tx, { uniqueKey, personId: sponsorId, why: 'guest', ...words }, now)
    }
  })
}
