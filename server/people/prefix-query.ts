// From what somebody types into the directory to PostgreSQL's text search.

const WORDS_MAX = 8

/**
 * Each typed word as the beginning of a word: `jos mad` finds José in Madrid. Accents are folded by the search
 * configuration `people.names`, on both sides alike.
 * @returns the text of a `tsquery`, or undefined when nothing typed is a word
 */
export function prefixQuery(typed: string): string | undefined {
  const words = typed.match(/[\p{L}\p{N}\p{M}]+/gu)?.slice(0, WORDS_MAX)
  return words?.map((word) => `'${word}':*`).join(' & ')
}
