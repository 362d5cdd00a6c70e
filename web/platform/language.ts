// The language of this page. The page is built once for each; who changes theirs gets another page.
import type { Language } from '#contract/language'

/** Written in when the page is built; in tests nothing is. */
declare const PAGE_LANGUAGE: Language | undefined

export const LANGUAGE: Language = typeof PAGE_LANGUAGE === 'undefined' ? 'en' : PAGE_LANGUAGE

/** For days and times that are written out: English writes them with the clock of 24 hours, as in Britain. */
export const DAYS_LOCALE = LANGUAGE === 'en' ? 'en-GB' : LANGUAGE
