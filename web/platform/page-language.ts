// Which language the page comes in. What somebody chose lies in a cookie, by which the server picks the document.
import type { Standing } from '#contract/auth'
import type { Language } from '#contract/language'
import { LANGUAGE } from './language.ts'
import { isLooking } from './looking.ts'

/** Each by its own name, as whoever looks for theirs may read no other. */
export const languages: readonly { language: Language; name: string }[] = [
  { language: 'en', name: 'English' },
  { language: 'de', name: 'Deutsch' },
  { language: 'es', name: 'Español' },
  { language: 'fr', name: 'Français' },
  { language: 'ja', name: '日本語' },
]

const YEAR_SECONDS = 31_536_000
/** Which language this tab has begun anew for. */
const ASKED_FOR = 'foyer:language-asked-for'

/** Begins the page anew in a language, where it is. Drafts are kept when a page is left. */
export function beginIn(language: Language): void {
  keepLanguage(language)
  location.reload()
}

function keepLanguage(language: Language): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the other way to set one is not there without https.
  document.cookie = `foyer-language=${language}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`
  // A cookie may be written behind one's back, after the page has been asked for anew; whoever reads waits for it.
  void document.cookie
}

/**
 * Begins the page anew where whoever is there chose another language than it has, once: where it comes in the same one
 * all the same, as it does without a line, it stays. Call it before anybody can have begun to write.
 * @param begin begins the page anew
 * @returns whether it did
 */
export function followLanguage(standing: Standing | undefined, begin: () => void): boolean {
  const wanted = standing?.standing === 'signed-in' ? standing.me.language : null
  if (wanted === LANGUAGE) sessionStorage.removeItem(ASKED_FOR)
  if (wanted === null || wanted === LANGUAGE || isLooking() || !navigator.onLine) return false
  if (sessionStorage.getItem(ASKED_FOR) === wanted) return false
  sessionStorage.setItem(ASKED_FOR, wanted)
  keepLanguage(wanted)
  begin()
  return true
}
