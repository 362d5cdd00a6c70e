// Looking as a guest would: for this tab alone, until one stops.

const KEY = 'foyer.look'

/** The look that this tab is in; undefined while it shows what one sees oneself. */
export function lookId(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? undefined
  } catch {
    return undefined
  }
}

/** Nothing is kept, sent later or listened for meanwhile. */
export function isLooking(): boolean {
  return lookId() !== undefined
}

/** Begins to look. The page begins anew, so that nothing is left of what one saw oneself. */
export function beginLooking(id: string): void {
  sessionStorage.setItem(KEY, id)
  location.assign('/')
}

/** Shows again what one sees oneself. @param to where the page leads on */
export function stopLooking(to: string): void {
  sessionStorage.removeItem(KEY)
  location.assign(to)
}
