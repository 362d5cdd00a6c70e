// Which language something is written in, and how its words are stemmed for it.
import { isUnbroken } from './findable-text.ts'

/** Languages with a stemmer in PostgreSQL 15; migration 0010 has a text search configuration for each. */
const STEMMED = new Set(
  'ar hy eu ca da nl en fi fr de el hi hu id ga it lt ne no pt ro ru sr es sv ta tr yi'.split(' '),
)
/** Two written forms of one language, and one that only differs by what we do not look at. */
const SAME: Record<string, string> = { nb: 'no', nn: 'no', ms: 'id' }

/** What is searched when nobody knows better, and what unstemmed words are kept by. */
export const SIMPLE = 'spaces.words_simple'

/** The text search configuration of a language; languages without a stemmer share one that folds accents. */
export function configOf(language: string): string {
  return STEMMED.has(language) ? `spaces.words_${language}` : SIMPLE
}

/** A language as profiles name it (`en`, `en-GB`, `nb`), as the code that words are kept under. */
export function languageCode(named: string): string | undefined {
  const code = /^([a-z]{2})(?:$|[-_])/i.exec(named.trim())?.[1]?.toLowerCase()
  return code === undefined ? undefined : (SAME[code] ?? code)
}

const WORDS_MIN = 3
/** Enough to tell a language by; reading on would only take time. */
const CHARACTERS_READ = 300
/** A likely language nearly as good as the best one is the one: Norwegian and Danish differ by little. */
const NEARLY = 0.9
/** Below this lead over the next best it pays to ask what the author speaks. */
const CLEARLY = 0.8

export type Detected = { language: string | undefined; isClear: boolean }

/**
 * Detects the language of a text.
 * @param words the text as `findableText` gives it
 * @param likely languages that its author speaks, or the network does, best first
 * @returns undefined as language where there is too little to tell by
 */
export async function detectLanguage(words: string, likely: readonly string[] = []): Promise<Detected> {
  const read = words.slice(0, CHARACTERS_READ)
  if (wordCount(read) < WORDS_MIN) return { language: undefined, isClear: false }
  // The detector's tables take 30 MB and a quarter of a second, so they are loaded when the first words come.
  const { eld } = await import('eld/extrasmall')
  // The best comes first.
  const scores = Object.entries(eld.detect(read).getScores()).map(([language, score]) => ({
    language: SAME[language] ?? language,
    score,
  }))
  const best = scores[0]
  if (best === undefined) return { language: undefined, isClear: false }
  const near = scores.filter(({ score }) => score >= best.score * NEARLY)
  const language = likely.find((each) => near.some((one) => one.language === each)) ?? best.language
  return { language, isClear: (scores[1]?.score ?? 0) < best.score * CLEARLY }
}

function wordCount(words: string): number {
  const parts = words.split(' ')
  // Pairs of characters are no words, but enough of them tell a language as well.
  return parts[0] === ''
    ? 0
    : parts.filter((part) => !isUnbroken(part)).length + parts.filter(isUnbroken).length / 2
}
