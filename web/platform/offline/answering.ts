// Which requests the service worker answers, and how, as a pure rule.

export type Asked = { method: string; mode: string; url: string }

/** Addresses that are no screens: the server answers them itself. */
const NO_SCREEN = /^\/(api|files|metrics|healthz|readyz)(\/|$)/

/**
 * `document`: the page, which is the same for every screen. `part`: a file that never changes under its name. `pass`:
 * what the worker leaves alone, so above all what anybody said: it is kept for a person, never for a browser.
 */
export function answerTo({ method, mode, url }: Asked, origin: string): 'document' | 'part' | 'pass' {
  const address = new URL(url)
  if (method !== 'GET' || address.origin !== origin) return 'pass'
  if (address.pathname.startsWith('/assets/')) return 'part'
  return mode === 'navigate' && !NO_SCREEN.test(address.pathname) ? 'document' : 'pass'
}
