// Which addresses a push may be sent to. A page names the address, and the server then calls it: so only the services of
// the makers of browsers are called, and nothing inside the house. Pure.
import { type Refusal, refusal } from '#platform/refusal'

/** Chrome, Edge on Android and most others; Firefox; Edge; Safari. */
const MAKERS = ['fcm.googleapis.com', '.push.services.mozilla.com', '.notify.windows.com', '.push.apple.com']

export function whyNotPushAddress(endpoint: string): Refusal | undefined {
  const url = URL.parse(endpoint)
  const isKnown = MAKERS.some((host) =>
    host.startsWith('.') ? url?.hostname.endsWith(host) : url?.hostname === host,
  )
  if (url?.protocol === 'https:' && url.port === '' && url.username === '' && isKnown) return undefined
  return refusal(
    'invalid',
    'unknown-push-service',
    'Foyer does not know the push service of this browser, so it sends nothing there. Mail reaches you all the same.',
  )
}
