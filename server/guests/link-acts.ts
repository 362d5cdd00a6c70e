// What a link in a letter about a guest may do, once its button is pressed.
import { sql } from 'kysely'
import { STAY_DAYS } from '#contract/guests'
import { PersonId } from '#contract/ref'
import { refusal } from '#platform/refusal'
import { sentence } from '#platform/say'
import type { LinkAct } from '#rooms/mail'
import { keepStay, rolesChanged } from '#rooms/people'
import { dayOf } from './letters.ts'
import { endOf } from './stay.ts'

export const guestsLinkActs: readonly LinkAct[] = [
  {
    name: 'guests/renew-guest',
    describe: () => ({
      sentence: sentence('Let this guest stay for another {days} days from today.', { days: STAY_DAYS }),
      button: sentence('Let them stay'),
      leadsTo: '/people/guests',
    }),
    run: async ({ db, now, personId, facts, emit }) => {
      const guestId = PersonId.parse(facts.guestId)
      const found = await sql<{ name: string }>`
        select st.name from people.guest_stay st
        where st.person_id = ${guestId} and st.sponsor_id = ${personId} and st.is_active`.execute(db)
      const guest = found.rows[0]
      if (guest === undefined) {
        throw refusal(
          'conflict',
          'not-your-guest',
          'You no longer answer for this guest, or their stay is over.',
        )
      }
      const endsAt = endOf(now, STAY_DAYS)
      await keepStay(db, { personId: guestId, sponsorId: personId, endsAt, at: now })
      await emit(rolesChanged(guestId))
      return sentence('{name} stays until {day}.', { name: guest.name, day: dayOf(endsAt) })
    },
  },
]
