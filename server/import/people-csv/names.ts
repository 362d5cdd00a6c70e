// When two names are the same name, and when a name is none.

const SUFFIX = /^(jr|sr|ii|iii|iv|phd|md|qc|kc|cbe|obe|mbe)\.?$/i

/**
 * The form in which names are compared: without case, accents and punctuation, "Doe, Jane" turned to "jane doe".
 * Middle initials stay, because they are often all that tells two people apart.
 */
export function foldName(name: string): string {
  const [last, first, ...more] = name.split(',').map((part) => part.trim())
  const isTurned = last && first && more.length === 0 && !SUFFIX.test(first)
  return (isTurned ? `${first} ${last}` : name)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

export type Vacancy = 'Undisclosed' | 'Vacant' | 'Eliminated'

const VACANCIES: ReadonlyMap<string, Vacancy> = new Map([
  ['', 'Undisclosed'],
  ['n d', 'Undisclosed'],
  ['nd', 'Undisclosed'],
  ['n a', 'Undisclosed'],
  ['na', 'Undisclosed'],
  ['not disclosed', 'Undisclosed'],
  ['undisclosed', 'Undisclosed'],
  ['redacted', 'Undisclosed'],
  ['unknown', 'Undisclosed'],
  ['vacant', 'Vacant'],
  ['vacant post', 'Vacant'],
  ['vacancy', 'Vacant'],
  ['tbc', 'Vacant'],
  ['tba', 'Vacant'],
  ['tbd', 'Vacant'],
  ['eliminated', 'Eliminated'],
  ['post eliminated', 'Eliminated'],
  ['eliminated post', 'Eliminated'],
])

/** What a word in the name column says of a post that nobody is named for; undefined for a person's name. */
export function vacancyOf(name: string): Vacancy | undefined {
  return VACANCIES.get(foldName(name))
}

/** A reference that is a number, without leading zeros, which spreadsheets drop; undefined for any other. */
export function withoutZeros(reference: string): string | undefined {
  return /^\d+$/.test(reference) ? reference.replace(/^0+(?=\d)/, '') : undefined
}
