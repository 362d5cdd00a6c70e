// Tokens of a week: what is signed, how it is signed without being seen, and what a spent one must be. By RFC 9474,
// RSABSSA-SHA384-PSS-Deterministic, whose tokens are 32 random bytes. The blinding is done on the device.
import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  privateDecrypt,
  publicEncrypt,
  timingSafeEqual,
  verify,
} from 'node:crypto'
import { type Refusal, refusal } from '#platform/refusal'

export const TOKENS_MAX = 3
/** Fewer than this, and whoever asks is one of too few. */
export const PEOPLE_MIN = 5
export const MODULUS_BITS = 2048
const SALT_BYTES = 48
/** What the page writes before every token too: a signature is good for this, in one week of one network. */
const PURPOSE = 'foyer/anonymous-question'

/** The keys of a week, as DER in base64url. */
export type WeekKey = { period: string; privateKey: string; publicKey: string }

/** The week of an instant in UTC: `2026-W10`. */
export function periodOf(at: Temporal.Instant): string {
  const day = at.toZonedDateTimeISO('UTC')
  return `${day.yearOfWeek}-W${String(day.weekOfYear).padStart(2, '0')}`
}

/** When the week of an instant is over. */
export function endOfPeriod(at: Temporal.Instant): Temporal.Instant {
  const day = at.toZonedDateTimeISO('UTC')
  return day
    .startOfDay()
    .add({ days: 8 - day.dayOfWeek })
    .toInstant()
}

/** With which full hour something is posted that comes now. */
export function hourAfter(at: Temporal.Instant): Temporal.Instant {
  return at.round({ smallestUnit: 'hour', roundingMode: 'floor' }).add({ hours: 1 })
}

export function digestOf(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url')
}

/** What a secret is compared by: the device sends the same when it asks. */
export function hashOfSecret(secret: string): string {
  return createHash('sha256').update(Buffer.from(secret, 'base64url')).digest('base64url')
}

/** What is signed of a token; both sides make it, so that neither can mark it. */
function signedOf({ period, publicKey }: Omit<WeekKey, 'privateKey'>, nonce: string): Buffer {
  const keyId = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('base64url')
  return Buffer.concat([Buffer.from(`${PURPOSE}/${period}/${keyId}/`), Buffer.from(nonce, 'base64url')])
}

/** How many of those wanted somebody still gets this week who was given some already. */
export function tokensLeft({ given, wanted }: { given: number; wanted: number }): number {
  return Math.max(0, Math.min(wanted, TOKENS_MAX - given))
}

export function whyNotThisWeek(period: string, now: Temporal.Instant): Refusal | undefined {
  if (period === periodOf(now)) return undefined
  return refusal('conflict', 'other-week', 'A new week has begun. Reload the page.')
}

/**
 * Signs something without knowing what it is. The raw operation is OpenSSL's, which takes the same time whatever the
 * key; what it gave is checked, as RFC 9474 asks, for a wrong one would betray the key.
 * @returns undefined for what no device would have sent
 */
export function signBlindly({ privateKey, publicKey }: WeekKey, blinded: string): string | undefined {
  const message = Buffer.from(blinded, 'base64url')
  const { n = '' } = publicKeyOf(publicKey).export({ format: 'jwk' })
  if (Buffer.compare(message, Buffer.from(n, 'base64url')) >= 0) return undefined
  const key = createPrivateKey({ key: Buffer.from(privateKey, 'base64url'), format: 'der', type: 'pkcs8' })
  const padding = constants.RSA_NO_PADDING
  const signature = privateDecrypt({ key, padding }, message)
  const again = publicEncrypt({ key: publicKeyOf(publicKey), padding }, signature)
  if (!timingSafeEqual(again, message)) throw new Error('a blind signature came out wrong')
  return signature.toString('base64url')
}

/** Whether a token was signed with the key of the week. */
export function isSigned(week: WeekKey, { nonce, signature }: { nonce: string; signature: string }): boolean {
  return verify(
    'sha384',
    signedOf(week, nonce),
    {
      key: publicKeyOf(week.publicKey),
      padding: constants.RSA_PKCS1_PSS_PADDING,
      saltLength: SALT_BYTES,
    },
    Buffer.from(signature, 'base64url'),
  )
}

function publicKeyOf(publicKey: string) {
  return createPublicKey({ key: Buffer.from(publicKey, 'base64url'), format: 'der', type: 'spki' })
}
