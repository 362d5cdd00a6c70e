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

/** The languages that a text may be in, best first; none where there is too little to tell by. */
export type Detected = { languages: string[]; isClear: boolean }

/**
 * Detects the language of a text.
 * @param words the text as `findableText` gives it
 */
export async function detectLanguage(words: string): Promise<Detected> {
  const read = words.slice(0, CHARACTERS_READ)
  if (wordCount(read) < WORDS_MIN) return { languages: [], isClear: false }
  // The detector's tables take 30 MB and a quarter of a second, so they are loaded when the first words come.
  const { eld } = await import('eld/extrasmall')
  // The best comes first.
  const scores = Object.entries(eld.detect(read).getScores()).map(([language, score]) => ({
    language: SAME[language] ?? language,
    score,
  }))
  const best = scores[0]
  if (best === undefined) return { languages: [], isClear: false }
  const near = scores.filter(({ score }) => score >= best.score * NEARLY)
  return {
    languages: near.map(({ language }) => language),
    isClear: (scores[1]?.score ?? 0) < best.score * CLEARLY,
  }
}

/**
 * The language of a text whose author speaks some, or whose network does.
 * @param likely what is spoken, best first
 * @returns undefined where nothing was detected
 */
export function languageAmong({ languages }: Detected, likely: readonly string[]): string | undefined {
  return likely.find((each) => languages.includes(each)) ?? languages[0]
}

function wordCount(words: string): number {
  const parts = words.split(' ')
  // Pairs of characters are no words, but enough of them tell a language as well.
  return parts[0] === ''
    ? 0
    : parts.filter((part) => !isUnbroken(part)).length + parts.filter(isUnbroken).length / 2
}
