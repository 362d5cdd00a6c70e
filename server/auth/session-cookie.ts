// The session cookie as it comes back from a browser: a token and its signature.
import { createHmac, timingSafeEqual } from 'node:crypto'

export const COOKIE_NAME = 'foyer_session'
const VALUE = /(?:^|;\s*)(?:__Secure-)?foyer_session=([^;]+)/

/** The cookie's value as it was sent; undefined when there is none. */
export function sessionCookieOf(headers: Headers): string | undefined {
  return VALUE.exec(headers.get('cookie') ?? '')?.[1]
}

/**
 * The token of a cookie, when its signature (HMAC-SHA256 in base64, as the sign-in library writes it) is ours.
 * Without this, whoever reads the table of sessions could sign in as anybody.
 */
export function tokenOf(cookie: string, secret: string): string | undefined {
  const [token = '', signature = ''] = decoded(cookie).split('.')
  const expected = createHmac('sha256', secret).update(token).digest()
  const given = Buffer.from(signature, 'base64')
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return ''
  }
}
