// What is checked and set on every request before anybody asks what it is about.
import { randomUUID } from 'node:crypto'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context } from 'hono'
import type { Endpoint } from '#contract/endpoint'
import { refusal } from './refusal.ts'

const REQUEST_ID = /^[\w-]{8,64}$/

/** Sent with every answer. The page has no inline scripts or styles, so the policy can forbid them. */
export const securityHeaders: readonly [string, string][] = [
  [
    'content-security-policy',
    [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "font-src 'self'",
      "img-src 'self' data: blob:",
      "connect-src 'self'",
      "manifest-src 'self'",
      "worker-src 'self'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
  ],
  ['x-content-type-options', 'nosniff'],
  ['x-frame-options', 'DENY'],
  ['referrer-policy', 'same-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(self)'],
]

/** The caller's request id when it is a plain one, else a fresh one. */
export function requestIdOf(headers: Headers): string {
  const given = headers.get('x-request-id')
  return given !== null && REQUEST_ID.test(given) ? given : randomUUID()
}

/** The network address of the caller; a proxy's word for it counts only when the settings say there is one. */
export function callerAddress(context: Context, { isBehindProxy }: { isBehindProxy: boolean }): string {
  if (isBehindProxy) {
    // The last entry is the one that our own proxy wrote; those before it are anybody's claim.
    const forwarded = context.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
    if (forwarded !== undefined && forwarded !== '') return forwarded
  }
  try {
    return getConnInfo(context).remote.address ?? 'unknown'
  } catch {
    // Tests call the app without a socket.
    return 'unknown'
  }
}

/**
 * Refuses writes that another site made a browser send: they must be JSON or nameless bytes, neither of which a form
 * can send, and what the browser says of their origin must be this host.
 */
export function requireSameSite(headers: Headers, bytes: Endpoint['bytes']): void {
  const given = headers.get('content-type') ?? ''
  if (bytes === 'in' && !/^application\/octet-stream\b/i.test(given)) {
    throw refusal('invalid', 'not-bytes', 'Send this as application/octet-stream.')
  }
  if (bytes !== 'in' && !/^application\/json\b/i.test(given)) {
    throw refusal('invalid', 'not-json', 'Send this as application/json.')
  }
  const crossSite = () =>
    refusal('forbidden', 'cross-site', 'This came from another site, so it was not done.')
  const site = headers.get('sec-fetch-site')
  if (site !== null && site !== 'same-origin' && site !== 'none') throw crossSite()
  const origin = headers.get('origin')
  if (origin === null) return
  const host = headers.get('x-forwarded-host') ?? headers.get('host')
  if (URL.parse(origin)?.host !== host) throw crossSite()
}

/** In this header a page says whose act it sends, when the act has waited on the device for a while. */
const MEANT_HEADER = 'foyer-person'

/** Refuses an act that waited on a device where somebody else has signed in since: it is not theirs. */
export function requireMeant(headers: Headers, viewerId: string | undefined): void {
  const meant = headers.get(MEANT_HEADER)
  if (meant === null || viewerId === undefined || meant === viewerId) return
  throw refusal(
    'unauthenticated',
    'somebody-else',
    'Somebody else is signed in here by now. Sign in as yourself to send what waits.',
  )
}
