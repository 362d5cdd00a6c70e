// Finding watched words and phrases in what was written. Pure.

/** Scripts that put no spaces between words: there a phrase is found anywhere. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u

/** A text for comparing: without case, accents and punctuation, words apart by one space. */
export function folded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * The first phrase that stands in a text, as whole words.
 * @param phrases as `folded` gives them
 */
export function watchedIn(text: string, phrases: readonly string[]): string | undefined {
  const words = ` ${folded(text)} `
  return phrases.find((phrase) => words.includes(UNSPACED.test(phrase) ? phrase : ` ${phrase} `))
}
