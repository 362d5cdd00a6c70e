// Which language a request asks for, where nobody has chosen one for good.
import { Language } from '#contract/language'

/** Set by the page when somebody who is not signed in chooses a language. */
const COOKIE = /(?:^|;\s*)foyer-language=([a-z]+)/
const PREFERENCES_MAX = 20

/** @returns the language of the request's cookie, else the first that its browser would rather read, else English */
export function languageAsked(headers: Headers): Language {
  const chosen = Language.safeParse(COOKIE.exec(headers.get('cookie') ?? '')?.[1])
  return chosen.success ? chosen.data : languageAccepted(headers.get('accept-language') ?? '')
}

/** The best of what an `Accept-Language` names that the product speaks; see RFC 9110, 12.5.4. */
function languageAccepted(header: string): Language {
  const [best] = header
    .split(',', PREFERENCES_MAX)
    .flatMap((preference) => {
      const [range = '', ...weights] = preference.trim().split(/\s*;\s*/)
      const language = Language.safeParse(range.split('-')[0]?.toLowerCase())
      const quality = Number(weights.find((weight) => weight.startsWith('q='))?.slice(2) ?? 1)
      return language.success && quality > 0 ? [{ language: language.data, quality }] : []
    })
    // Equals keep their order.
    .sort((one, other) => other.quality - one.quality)
  return best?.language ?? 'en'
}
