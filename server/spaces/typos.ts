// How far two words are apart, in the mistakes of people who type: a letter too many, too few, another, or two
// neighbours in the wrong order. Pure.

const ALPHABETS = [
  'abcdefghijklmnopqrstuvwxyz',
  'абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґ',
  'αβγδεζηθικλμνξοπρστυφχψως',
]
const LENGTH_MIN = 4
const LENGTH_MAX = 24
/** From so many letters on, two mistakes are forgiven. */
const LONG = 8

/** How many mistakes are forgiven in a word: none in very short ones, where another word is always near. */
export function editsAllowed(word: string): number {
  if (word.length < LENGTH_MIN || word.length > LENGTH_MAX) return 0
  return word.length < LONG ? 1 : 2
}

/** Every word that one mistake makes of a word; none for words too short to guess at, or of scripts we cannot spell. */
export function formsOneEditAway(word: string): string[] {
  const letters = ALPHABETS.find((alphabet) => [...word].every((letter) => alphabet.includes(letter)))
  if (letters === undefined || editsAllowed(word) === 0) return []
  const forms = new Set<string>()
  for (let at = 0; at <= word.length; at += 1) {
    const before = word.slice(0, at)
    const after = word.slice(at)
    for (const letter of letters) {
      forms.add(before + letter + after)
      if (after !== '') forms.add(before + letter + after.slice(1))
    }
    if (after !== '') forms.add(before + after.slice(1))
    if (after.length > 1) forms.add(before + after.charAt(1) + after.charAt(0) + after.slice(2))
  }
  forms.delete(word)
  return [...forms]
}

/** Whether one word may be a mistyped other one. */
export function isNear(word: string, other: string, edits = editsAllowed(word)): boolean {
  return Math.abs(word.length - other.length) <= edits && distance(word, other) <= edits
}

/** The optimal string alignment distance (Damerau 1964, in the restricted form): no letter is changed twice. */
export function distance(one: string, other: string): number {
  let twoRowsUp: number[] = []
  let rowUp = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1]
      const ways = [at(rowUp, j) + 1, at(row, j - 1) + 1, at(rowUp, j - 1) + (isSame ? 0 : 1)]
      const isSwapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]
      if (isSwapped) ways.push(at(twoRowsUp, j - 2) + 1)
      row.push(Math.min(...ways))
    }
    twoRowsUp = rowUp
    rowUp = row
  }
  return at(rowUp, other.length)
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY
}
