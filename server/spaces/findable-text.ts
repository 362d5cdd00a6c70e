// From what somebody wrote to what it is found by: words parted by single spaces, without marks and markup. The same is
// done to what is written and to what is asked, so that both come out alike. Pure.

/** As much of a text as is searched; PostgreSQL could not hold the vector of much more. */
const CHARACTERS_MAX = 100_000

// A link's or mention's words stay; where it leads does not, unless somebody wrote that address as the words.
const LINK_TARGET = /\]\((?:person|file|https?):[^)\s]*\)/g
const NOT_IN_WORDS = /[^\p{L}\p{N}\p{M}]+/gu
/** Scripts that part no words, and Hangul, which glues particles to them. */
const UNBROKEN =
  '[\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}\\p{sc=Thai}\\p{sc=Laoo}\\p{sc=Khmr}\\p{sc=Mymr}ー]'
const UNBROKEN_RUN = new RegExp(`${UNBROKEN}[${UNBROKEN.slice(1, -1)}\\p{M}]*`, 'gu')
// All of these scripts stand behind U+0E00, so most texts are done with at one look.
const PERHAPS_UNBROKEN = /[\u0e00-\uffff]/

/**
 * The words of a text, in lower case, parted by single spaces. Where a script parts no words, every two neighbouring
 * characters are taken for one, and the last stands once more alone, so that whatever part of a text is asked for is
 * found in it.
 */
export function findableText(written: string): string {
  const text = written.slice(0, CHARACTERS_MAX)
  const plain = text.includes('](') ? text.replace(LINK_TARGET, '] ') : text
  const words = plain.normalize('NFKC').toLowerCase().replace(NOT_IN_WORDS, ' ').trim()
  if (!PERHAPS_UNBROKEN.test(words)) return words
  return words
    .replace(UNBROKEN_RUN, (run) => ` ${pairsOf(run).join(' ')} `)
    .replace(/ {2,}/g, ' ')
    .trim()
}

function pairsOf(run: string): string[] {
  const characters = [...run]
  return characters.map((character, index) => character + (characters[index + 1] ?? ''))
}

/** Whether a word is of a script that parts no words. */
export function isUnbroken(word: string): boolean {
  return PERHAPS_UNBROKEN.test(word) && new RegExp(`^${UNBROKEN}`, 'u').test(word)
}

/**
 * What an asked word is found as: like `findableText`, but a run of an unbroken script ends with its last pair, as the
 * text it stands in goes on. A single character stays alone, and is the beginning of every pair it begins.
 */
export function askedText(asked: string): string {
  const words = findableText(asked).split(' ')
  return words
    .filter((word, index) => {
      const before = words[index - 1]
      const isLastAlone = isUnbroken(word) && [...word].length === 1
      return !(isLastAlone && before !== undefined && [...before].length === 2 && before.endsWith(word))
    })
    .join(' ')
}

/** The runs of unbroken scripts in a text, as typed but for case and width. */
export function unbrokenRunsIn(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().match(UNBROKEN_RUN) ?? []
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu
const BROKEN_WORD = new RegExp(`(?:(?!${UNBROKEN})[\\p{L}\\p{N}\\p{M}])+`, 'gu')

/** The words of a text and where they stand in it; runs of unbroken scripts are left out. */
export function placedWordsIn(text: string): { word: string; start: number; end: number }[] {
  const words = PERHAPS_UNBROKEN.test(text) ? BROKEN_WORD : WORD
  return Array.from(text.matchAll(words), ({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }))
}

const ACCENTS = /\p{M}/gu
/** Letters that no decomposition takes apart, as PostgreSQL's `unaccent` writes them. */
const PLAIN: Record<string, string> = {
  ø: 'o',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}
const TAKEN_APART = /[øßæœłđðþı]/g

/** A word without accents, in lower case: `Wójcik` is `wojcik`. */
export function folded(word: string): string {
  const plain = word.toLowerCase()
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII has nothing to fold.
  if (/^[\x00-\x7f]*$/.test(plain)) return plain
  return plain
    .normalize('NFD')
    .replace(ACCENTS, '')
    .replace(TAKEN_APART, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC')
}

const FORM = /^\p{L}{4,24}$/u

/**
 * The different words of texts that typos may be mended by: letters only, not too short, accents folded.
 * @param texts as `findableText` gives them
 */
export function formsIn(texts: readonly string[]): string[] {
  const forms = new Set<string>()
  for (const text of texts) {
    for (const word of text.split(' ')) if (FORM.test(word) && !isUnbroken(word)) forms.add(folded(word))
  }
  return [...forms]
}
