// What the cells of a people file say, one kind of cell at a time.

/** Text on one line without control characters, cut to a number of characters; undefined when nothing is left. */
export function plainCell(cell: string, charactersMax: number): string | undefined {
  const plain = cell
    .toWellFormed()
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
  if (plain === '') return undefined
  return plain.length <= charactersMax ? plain : plain.slice(0, charactersMax).toWellFormed().trim()
}

const ADDRESS = /^[^\s@<>()[\]"',;:\\]+@[^\s@<>()[\]"',;:\\]+$/
const ADDRESS_CHARACTERS_MAX = 254

/** The addresses in a cell, lower-case, and the words that should have been one. */
export function addressesIn(cell: string): { addresses: string[]; unreadable: string[] } {
  const words = cell
    .split(/[\s,;<>]+/)
    .map((word) => word.replace(/^mailto:/i, '').toLowerCase())
    .filter((word) => word !== '')
  // Entra writes guests as jane_partner.com#EXT#@tenant: a name for its own use, to which no mail goes.
  const mailable = words.filter((word) => !word.includes('#ext#'))
  const isAddress = (word: string) => word.length <= ADDRESS_CHARACTERS_MAX && ADDRESS.test(word)
  const addresses = mailable.filter(isAddress)
  // In `Jane Doe <jane@example.org>` the other words are her name.
  const unreadable = addresses.length > 0 ? [] : mailable.filter((word) => !isAddress(word))
  return { addresses, unreadable }
}

const YES = new Set(['true', 'yes', 'y', '1', '1.0', 'active', 'enabled', 'current', 'employed'])
const NO = new Set([
  'false',
  'no',
  'n',
  '0',
  '0.0',
  'inactive',
  'disabled',
  'suspended',
  'archived',
  'deleted',
  'blocked',
  'left',
  'leaver',
  'former',
  'terminated',
])

/** Whether a status cell says yes or no; undefined when it says neither. */
export function yesOrNo(cell: string): boolean | undefined {
  const word = cell.trim().toLowerCase()
  if (YES.has(word)) return true
  return NO.has(word) ? false : undefined
}

/** Whether a cell of "User type" or "Guest" marks a guest; undefined when it does not say. */
export function guestOrNot(cell: string): boolean | undefined {
  const word = cell.trim().toLowerCase()
  if (word === 'guest' || word === 'external') return true
  if (word === 'member' || word === 'internal') return false
  return yesOrNo(cell)
}

/** The name of a time zone as the tz database spells it; undefined for anything else. */
export function timeZoneIn(cell: string): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: cell.trim() }).resolvedOptions().timeZone
  } catch {
    return undefined
  }
}

const LANGUAGES_MAX = 10

/** Language tags such as `en` or `pt-BR` in a cell, and the words that are none. */
export function languagesIn(cell: string): { languages: string[]; unreadable: string[] } {
  const languages: string[] = []
  const unreadable: string[] = []
  for (const word of cell.split(/[\s,;|/]+/).filter((word) => word !== '')) {
    const tag = languageTag(word)
    if (tag) languages.push(tag)
    else unreadable.push(word)
  }
  return { languages: [...new Set(languages)].slice(0, LANGUAGES_MAX), unreadable }
}

function languageTag(word: string): string | undefined {
  const tag = word.replaceAll('_', '-')
  // Longer first parts are valid in principle, and in practice words such as "German".
  if (!/^[a-z]{2,3}(-|$)/i.test(tag) || tag.length > 20) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}
