// The rules of a profile: what its words must be for the rest of Foyer to rely on them.
import { type Refusal, refusal } from '#platform/refusal'

/** Why this is no time zone: it must be one of the IANA names that calendars use. */
export function whyNotTimeZone(timeZone: string): Refusal | undefined {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return undefined
  } catch {
    return refusal(
      'invalid',
      'no-such-time-zone',
      '"{timeZone}" is no time zone. Write one such as Europe/Madrid.',
      { timeZone },
    )
  }
}

/** Why one of these is no language: each is a tag of BCP 47, such as `en` or `pt-BR`. */
export function whyNotLanguages(languages: readonly string[]): Refusal | undefined {
  for (const language of languages) {
    if (isLanguageTag(language)) continue
    return refusal(
      'invalid',
      'no-such-language',
      '"{language}" is no language. Write its short form, such as en.',
      { language },
    )
  }
  return undefined
}

function isLanguageTag(text: string): boolean {
  try {
    return Intl.getCanonicalLocales(text).length === 1
  } catch {
    return false
  }
}
