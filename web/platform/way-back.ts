// Where somebody wanted to go before they had to sign in.
const NAME = 'foyer:way-back'

export function rememberWayBack(href: string): void {
  sessionStorage.setItem(NAME, href)
}

/** The way back, once; home where there is none. Only addresses of this page count. */
export function takeWayBack(): string {
  const href = sessionStorage.getItem(NAME) ?? '/'
  sessionStorage.removeItem(NAME)
  return href.startsWith('/') && !href.startsWith('//') ? href : '/'
}
