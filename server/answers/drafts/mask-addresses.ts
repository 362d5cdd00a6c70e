// Nobody's address is published by forwarding a mail. Pure.

const PART = '[^\\s<>()[\\]{}:;,"\'`|@＠]+'
/** A run of words joined by @, which no text but an address has. */
const ADDRESS = new RegExp(`${PART}(?:[@＠]${PART})+`, 'gu')

/** The same words with a mark where an address stood. */
export function maskAddresses(words: string): string {
  return words.replace(ADDRESS, '…@…')
}
