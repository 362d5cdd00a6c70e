// Found words in an excerpt stand between U+E000 and U+E001, so that an excerpt is plain text and never markup.

export type ExcerptPart = { text: string; isFound: boolean }

const FOUND_START = '\uE000'
const FOUND_END = '\uE001'

/** The excerpt in parts, told apart by whether they were found. Stray marks disappear; nothing else is lost. */
export function partsOf(excerpt: string): ExcerptPart[] {
  const parts: ExcerptPart[] = []
  let isFound = false
  for (const piece of excerpt.split(/([\uE000\uE001])/)) {
    if (piece === FOUND_START) isFound = true
    else if (piece === FOUND_END) isFound = false
    else if (piece !== '') parts.push({ text: piece, isFound })
  }
  return parts
}
