// What the address of the library says: which shelf, and what narrows it.
import { type Texts, textsOf } from '#browser/address-texts'
import type { Shelf } from '#contract/library'

export const SHELVES: readonly Shelf[] = ['most-reused', 'latest', 'unanswered', 'stale']

export type LibrarySearch = Texts<'topic' | 'space' | 'by'> & { shelf?: Shelf | undefined }

/** What stands after the question mark of the library's address. */
export function librarySearch(given: Record<string, unknown>): LibrarySearch {
  const shelf = SHELVES.find((each) => each === given.shelf)
  return { ...textsOf(given, ['topic', 'space', 'by']), ...(shelf && { shelf }) }
}
