// What somebody searched for last, kept on this device alone.
const NAME = 'foyer:searches'
const KEPT_MAX = 8

/** The newest first. */
export function recentSearches(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(NAME) ?? '[]')
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string').slice(0, KEPT_MAX) : []
  } catch {
    return []
  }
}

export function keepSearch(query: string): void {
  const asked = query.trim()
  if (asked === '') return
  localStorage.setItem(
    NAME,
    JSON.stringify([asked, ...recentSearches().filter((each) => each !== asked)].slice(0, KEPT_MAX)),
  )
}

export function forgetSearches(): void {
  localStorage.removeItem(NAME)
}
