// The letters about guests: to a guest who is invited, and to the sponsor of one whose end is near.
import type { PersonRef } from '#contract/ref'

type Words = { subject: string; text: string }

/** A day as people read it, in UTC: `31 May 2026`. */
export function dayOf(at: Temporal.Instant): string {
  const date = at.toZonedDateTimeISO('UTC').toPlainDate()
  return date.toLocaleString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' })
}

export function invitation(given: {
  sponsor: string
  spaceName: string
  networkName: string
  endsAt: Temporal.Instant
  address: string
  baseUrl: string
}): Words {
  const { sponsor, spaceName, networkName, endsAt, address, baseUrl } = given
  return {
    subject: `${sponsor} invites you to ${spaceName}`,
    text: `${sponsor} invites you to “${spaceName}” at ${networkName}.

You will see what is said there, and can say something yourself. You will see nothing else, and your stay ends on
${dayOf(endsAt)} unless ${sponsor} renews it.

Sign in with this address, ${address}; there is no password to choose:

${baseUrl}/sign-in
`,
  }
}

type AboutGuest = { guest: PersonRef; endsAt: Temporal.Instant; renewLink: string; baseUrl: string }

export function nearEnd({ guest, endsAt, renewLink, baseUrl }: AboutGuest): Words {
  return {
    subject: `${guest.name}’s stay as a guest ends on ${dayOf(endsAt)}`,
    text: `You answer for ${named(guest)}. On ${dayOf(endsAt)} their stay ends: they are signed out, and read nothing more.

To let them stay for another 90 days, open this page and press its button:

${renewLink}

If they should go, do nothing. All guests you answer for: ${baseUrl}/people/guests
`,
  }
}

export function passedOn({ guest, endsAt, baseUrl }: Omit<AboutGuest, 'renewLink'>): Words {
  return {
    subject: `You answer for ${guest.name} from now on`,
    text: `Whoever answered for ${named(guest)} is no longer here. As a keeper of a space in which they are a guest, you
answer for them from now on, until ${dayOf(endsAt)}.

To end their stay, renew it or hand it on: ${baseUrl}/people/guests
`,
  }
}

function named({ name, guestOf }: PersonRef): string {
  return guestOf ? `${name} (${guestOf})` : name
}
