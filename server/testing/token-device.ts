// A device that fetches tokens and spends them, as the page does, for tests of what the server learns from it.
import { createHash, randomBytes } from 'node:crypto'
import { RSABSSA } from '@cloudflare/blindrsa-ts'
import { secrecy } from '#contract/secrecy'
import { must } from './answer.ts'
import type { Caller } from './foyer.ts'

export type Token = { nonce: string; signature: string }

const suite = RSABSSA.SHA384.PSS.Deterministic()

type Blinding = { nonce: string; message: Uint8Array; blinded: string; inverse: Uint8Array }

/** Fetches tokens of this week: the key as anybody, the signatures as oneself. */
export async function fetchTokens(
  who: { anyone: Caller; caller: Caller },
  count = 3,
): Promise<{ tokens: Token[]; blinded: string[]; period: string }> {
  const { period, publicKey } = must(await who.anyone.read(secrecy.getTokenKey, {}))
  const key = await importKey(publicKey)
  const made = await Promise.all(Array.from({ length: count }, () => blind(key, { period, publicKey })))
  const blinded = made.map((each) => each.blinded)
  const { signatures } = must(await who.caller.write(secrecy.issueTokens, { period, blinded }))
  const tokens = await Promise.all(
    made.map(async ({ nonce, message, inverse }, index) => {
      const answer = Buffer.from(signatures[index] ?? '', 'base64url')
      const signature = await suite.finalize(key, message, answer, inverse)
      return { nonce, signature: Buffer.from(signature).toString('base64url') }
    }),
  )
  return { tokens, blinded, period }
}

/** A secret as the page makes it, and what it tells of it. */
export function makeSecret(): { secret: string; secretHash: string } {
  const bytes = randomBytes(16)
  return {
    secret: bytes.toString('base64url'),
    secretHash: createHash('sha256').update(bytes).digest('base64url'),
  }
}

async function importKey(publicKey: string): Promise<CryptoKey> {
  const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' }
  return crypto.subtle.importKey('spki', Buffer.from(publicKey, 'base64url'), algorithm, true, ['verify'])
}

async function blind(
  key: CryptoKey,
  { period, publicKey }: { period: string; publicKey: string },
): Promise<Blinding> {
  const bytes = randomBytes(32)
  const keyId = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('base64url')
  const purpose = Buffer.from(`foyer/anonymous-question/${period}/${keyId}/`)
  const message = new Uint8Array(Buffer.concat([purpose, bytes]))
  const { blindedMsg, inv } = await suite.blind(key, message)
  return {
    nonce: bytes.toString('base64url'),
    message,
    blinded: Buffer.from(blindedMsg).toString('base64url'),
    inverse: inv,
  }
}
