// The language of this page. The page is built once for each; who changes theirs gets another page.
import type { Language } from '#contract/language'

export const LANGUAGE: Language = 'en'
