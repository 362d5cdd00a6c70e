// Names of people: taking them apart, and whether two of them can be the same person's.

import { NICKNAMES } from './nicknames.ts'

/** Lower-case and without accents; `given` may be a single letter, `middle` always is one. */
export type PersonName = {
  given: string
  middle: string | undefined
  family: string
  suffix: string | undefined
}

const TITLES = new Set('mr mrs ms miss dr prof sir hon rev'.split(' '))
const SUFFIXES = new Set('jr sr ii iii iv'.split(' '))
/** Words that stand in the names of offices, lists and machines, and in nobody's own. */
const NOT_A_NAME = new Set(
  `the of for and all office team group department support service services desk committee announcement
   announcements newsletter news list employees staff admin administrator administration info sales marketing
   communications corporate system mailer daemon undisclosed recipients reply noreply notification notifications
   everyone chairman center centre help alert alerts update updates research board via program community`.split(
    /\s+/,
  ),
)

/** A name as people write it, `Jane M. Doe`, `Doe, Jane`; undefined when it is not the full name of one person. */
export function parseName(text: string): PersonName | undefined {
  const plain = plainLetters(text.replace(/\([^)]*\)|\[[^\]]*\]/g, ' '))
  if (plain.includes('@') || /\d/.test(plain)) return undefined
  const [before = '', after] = plain.split(',', 2)
  const beforeWords = wordsOf(before)
  const afterWords = wordsOf(after ?? '')
  const isReversed = afterWords.some((word) => !SUFFIXES.has(word))
  const words = isReversed ? [...afterWords, ...beforeWords] : [...beforeWords, ...afterWords]
  if (words.length > 7 || words.some((word) => NOT_A_NAME.has(word) || !/^[\p{L}'-]+$/u.test(word)))
    return undefined
  const names = words.filter((word) => !SUFFIXES.has(word) && !TITLES.has(word))
  // J. Kenneth Lay goes by Kenneth.
  if (names.length > 2 && names[0]?.length === 1 && (names[1]?.length ?? 0) > 1) names.shift()
  const [given, ...rest] = names
  const family = rest.pop()
  if (!given || !family || family.length < 2) return undefined
  return { given, middle: rest[0]?.[0], family, suffix: words.find((word) => SUFFIXES.has(word)) }
}

/** The name that the part of an address before the @ spells with dots or underscores, as `jane.doe` does. */
export function spelledName(address: string): PersonName | undefined {
  const words = localPart(address).split(/[._]/)
  if (words.length < 2 || words.length > 3 || words.some((word) => word === '')) return undefined
  if (words.length === 3 && words[1]?.length !== 1) return undefined
  return parseName(words.join(' '))
}

/** A name for showing: the words of the address with capitals, when nothing better is known. */
export function shownName(address: string): string {
  const local = localPart(address)
  const words = local.split(/[._]+/).filter((word) => word !== '')
  return spelledName(address) ? capitalised(words.join(' ')) : local
}

/** `Doe, Jane M.` or `jane m. doe` as `Jane M. Doe`; anything that is not a person's name stays as it is. */
export function uprightName(text: string): string {
  const upright = inOrder(text)
  return upright === upright.toLowerCase() && parseName(upright) ? capitalised(upright) : upright
}

function capitalised(name: string): string {
  return name.replace(/(?<!\p{L})\p{Ll}/gu, (letter) => letter.toUpperCase())
}

function inOrder(text: string): string {
  const bare = text
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const reversed = /^([^,]+),\s*([^,]+)$/.exec(bare)
  if (!reversed || !parseName(bare) || SUFFIXES.has(plainLetters(reversed[2] ?? '').replace('.', '')))
    return bare
  return `${reversed[2]} ${reversed[1]}`.trim()
}

/** 'same' when nothing speaks against it, 'initial' when one of them gives but the first letter. */
export function compareNames(a: PersonName, b: PersonName): 'same' | 'initial' | 'different' {
  if (a.family !== b.family) return 'different'
  if (a.middle && b.middle && a.middle !== b.middle) return 'different'
  if (a.suffix && b.suffix && a.suffix !== b.suffix) return 'different'
  if (isSameGiven(a.given, b.given)) return 'same'
  const isInitial = a.given.length === 1 || b.given.length === 1
  return isInitial && formsOf(a.given).some((form) => formsOf(b.given).some((other) => form[0] === other[0]))
    ? 'initial'
    : 'different'
}

/** Whether the part before the @ is built from the name: `jane.doe`, `doej`, `jdoe`, `jmdoe`, `jane_doe`. */
export function spells(address: string, name: PersonName): boolean {
  const local = localPart(address).replace(/[._-]/g, '')
  const family = name.family.replace(/[-']/g, '')
  const givens = formsOf(name.given).flatMap((given) => [given, given.charAt(0)])
  return givens.some((given) =>
    [given + family, family + given, ...(name.middle ? [given + name.middle + family] : [])].includes(local),
  )
}

/** Whether a written name cannot be the one that an address spells, in either order (`jane.doe`, `doe.jane`). */
export function isContrary(written: PersonName, spelled: PersonName): boolean {
  const reversed = { ...spelled, given: spelled.family, family: spelled.given }
  return compareNames(written, spelled) === 'different' && compareNames(written, reversed) === 'different'
}

export function isInitialOnly(name: PersonName): boolean {
  return name.given.length === 1
}

export function localPart(address: string): string {
  return address.split('@', 1)[0] ?? ''
}

function isSameGiven(a: string, b: string): boolean {
  return a === b || formsOf(a).includes(b) || formsOf(b).includes(a)
}

function formsOf(given: string): readonly string[] {
  return [given, ...(NICKNAMES.get(given) ?? [])]
}

function plainLetters(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/[’`]/g, "'").toLowerCase()
}

function wordsOf(text: string): string[] {
  return text
    .split(/[\s.]+/)
    .map((word) => word.replace(/^['"-]+|['"-]+$/g, ''))
    .filter((word) => word !== '')
}
