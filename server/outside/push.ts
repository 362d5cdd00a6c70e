// The door to browsers: pushes them a few encrypted words through the service of their maker (RFC 8030, 8291, 8292).
import { buildPushPayload } from '@block65/webcrypto-web-push'

export type Push = {
  /** Where a browser takes pushes, and with what they are locked for it alone. */
  browser: { endpoint: string; p256dh: string; auth: string }
  words: Readonly<Record<string, string>>
  /** What is under way under the same topic and was not delivered yet is replaced; at most 32 letters of base64url. */
  topic: string
  isUrgent: boolean
  ttlSeconds: number
  /** Who sends, as a service may write to them, and the keys by which it knows them. */
  sender: { subject: string; publicKey: string; privateKey: string }
}

/** `gone` is for good: this browser takes no more. `later` is worth another try. */
export type SendPush = (push: Push) => Promise<'sent' | 'gone' | 'later'>

const TIMEOUT_MS = 10_000
/** What a service answers when it knows a browser no more. */
const GONE = new Set([404, 410])

/** Pushes to one browser. A service that cannot be reached is no error: it is tried again later. */
export const sendPush: SendPush = async ({ browser, words, topic, isUrgent, ttlSeconds, sender }) => {
  const { endpoint, p256dh, auth } = browser
  const payload = await buildPushPayload(
    { data: words, options: { ttl: ttlSeconds, topic, urgency: isUrgent ? 'high' : 'normal' } },
    { endpoint, expirationTime: null, keys: { p256dh, auth } },
    sender,
  ).catch(() => undefined)
  // Keys that fit no lock: this browser can never be told anything.
  if (payload === undefined) return 'gone'
  const answer = await fetch(endpoint, {
    ...payload,
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch(() => undefined)
  await answer?.body?.cancel()
  if (answer === undefined) return 'later'
  if (GONE.has(answer.status)) return 'gone'
  return answer.ok ? 'sent' : 'later'
}
