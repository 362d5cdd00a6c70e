// Tokens as the device makes them: blinded before the network signs them, so that it cannot know them again when one is
// spent (RFC 9474). Fetched when tokens are, with the library that does it.
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import type { TokenKey } from '#contract/secrecy'

export type Token = { nonce: string; signature: string }
/** A token on its way to be signed, as text; `inverse` is what only this device has. */
export type Blinding = { nonce: string; blinded: string; inverse: string }
type Week = Pick<TokenKey, 'period' | 'publicKey'>

const NONCE_BYTES = 32
const SECRET_BYTES = 16
const suite = RSABSSA.SHA384.PSS.Deterministic()

export async function blindTokens(week: Week): Promise<Blinding[]> {
  const key = await importKey(week)
  const blindings: Blinding[] = []
  for (let count = 0; count < TOKENS; count += 1) {
    const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
    const { blindedMsg, inv } = await suite.blind(key, await signedOf(week, nonce))
    blindings.push({ nonce: textOf(nonce), blinded: textOf(blindedMsg), inverse: textOf(inv) })
  }
  return blindings
}

const TOKENS = 3

/** @throws Error when a signature is not one of the key that everybody has */
export async function openTokens(
  week: Week,
  { blindings, signatures }: { blindings: readonly Blinding[]; signatures: readonly string[] },
): Promise<Token[]> {
  const key = await importKey(week)
  const tokens: Token[] = []
  for (const [index, { nonce, inverse }] of blindings.entries()) {
    const message = await signedOf(week, bytesOf(nonce))
    const answer = bytesOf(signatures[index] ?? '')
    const signature = await suite.finalize(key, message, answer, bytesOf(inverse))
    tokens.push({ nonce, signature: textOf(signature) })
  }
  return tokens
}

/** What is signed of a token. Made here as well as there, so that the network cannot mark it. */
async function signedOf({ period, publicKey }: Week, nonce: Uint8Array): Promise<Uint8Array> {
  const keyId = textOf(new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(publicKey))))
  const purpose = new TextEncoder().encode(`foyer/anonymous-question/${period}/${keyId}/`)
  return new Uint8Array([...purpose, ...nonce])
}

function importKey({ publicKey }: Week): Promise<CryptoKey> {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' }
  return crypto.subtle.importKey('spki', bytesOf(publicKey), algorithm, true, ['verify'])
}

/** A secret by which an asker is known again, and what the server is told of it. */
export async function makeSecret(): Promise<{ secret: string; secretHash: string }> {
  const bytes = crypto.getRandomValues(new Uint8Array(SECRET_BYTES))
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return { secret: textOf(bytes), secretHash: textOf(new Uint8Array(digest)) }
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(binary, (sign) => sign.charCodeAt(0))
}

function textOf(bytes: Uint8Array): string {
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}
