import { guests } from '#contract/guests'
import { on, type Route } from '#platform/gate'
import { beginLook } from './begin-look.ts'
import { changeSponsor } from './change-sponsor.ts'
import { endGuest } from './end-guest.ts'
import { endLook } from './end-look.ts'
import { getStay } from './get-stay.ts'
import { inviteGuest } from './invite-guest.ts'
import { listGuests } from './list-guests.ts'
import { renewGuest } from './renew-guest.ts'
import { takeOut } from './take-out.ts'

export function guestsRoutes(settings: { baseUrl: string }): Route[] {
  return [
    on(guests.inviteGuest, inviteGuest(settings)),
    on(guests.listGuests, listGuests),
    on(guests.renewGuest, renewGuest),
    on(guests.endGuest, endGuest),
    on(guests.changeSponsor, changeSponsor),
    on(guests.takeOut, takeOut),
    on(guests.getStay, getStay),
    on(guests.beginLook, beginLook),
    on(guests.endLook, endLook),
  ]
}
