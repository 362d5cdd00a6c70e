// The letters about guests: to a guest who is invited, and to the sponsor of one whose end is near.
import { STAY_DAYS } from '#contract/guests'
import type { Language } from '#contract/language'
import type { PersonRef } from '#contract/ref'
import { asItStands, moment, type Sentence, say, sentence, type Values } from '#platform/say'

type Words = { subject: string; text: string }

/** A day as people read it, in UTC: `31 May 2026`. */
export function dayOf(at: Temporal.Instant): Values[string] {
  return moment(at, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
}

export function invitation(given: {
  sponsor: string
  spaceName: string
  networkName: string
  endsAt: Temporal.Instant
  address: string
  baseUrl: string
  language: Language
}): Words {
  const { sponsor, spaceName, networkName, endsAt, address, baseUrl, language } = given
  const paragraphs = [
    sentence('{sponsor} invites you to “{spaceName}” at {networkName}.', { sponsor, spaceName, networkName }),
    sentence(
      'You will see what is said there, and can say something yourself. You will see nothing else, and your stay ends on {day} unless {sponsor} renews it.',
      { day: dayOf(endsAt), sponsor },
    ),
    sentence('Sign in with this address, {address}; there is no password to choose:', { address }),
    asItStands(`${baseUrl}/sign-in`),
  ]
  const subject = sentence('{sponsor} invites you to {spaceName}', { sponsor, spaceName })
  return letter(language, subject, paragraphs)
}

type AboutGuest = {
  guest: PersonRef
  endsAt: Temporal.Instant
  renewLink: string
  baseUrl: string
  language: Language
}

export function nearEnd({ guest, endsAt, renewLink, baseUrl, language }: AboutGuest): Words {
  const day = dayOf(endsAt)
  return letter(language, sentence('{guest}’s stay as a guest ends on {day}', { guest: guest.name, day }), [
    sentence(
      'You answer for {guest}. On {day} their stay ends: they are signed out, and read nothing more.',
      { guest: named(guest), day },
    ),
    sentence('To let them stay for another {days} days, open this page and press its button:', {
      days: STAY_DAYS,
    }),
    asItStands(renewLink),
    sentence('If they should go, do nothing. All guests you answer for: {address}', {
      address: `${baseUrl}/people/guests`,
    }),
  ])
}

export function passedOn({ guest, endsAt, baseUrl, language }: Omit<AboutGuest, 'renewLink'>): Words {
  return letter(language, sentence('You answer for {guest} from now on', { guest: guest.name }), [
    sentence(
      'Whoever answered for {guest} is no longer here. As a keeper of a space in which they are a guest, you answer for them from now on, until {day}.',
      { guest: named(guest), day: dayOf(endsAt) },
    ),
    sentence('To end their stay, renew it or hand it on: {address}', { address: `${baseUrl}/people/guests` }),
  ])
}

function letter(language: Language, subject: Sentence, paragraphs: readonly Sentence[]): Words {
  const text = paragraphs.map((each) => say(language, each)).join('\n\n')
  return { subject: say(language, subject), text: `${text}\n` }
}

function named({ name, guestOf }: PersonRef): string {
  return guestOf ? `${name} (${guestOf})` : name
}
