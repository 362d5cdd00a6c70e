import assert from 'node:assert/strict'
import { constants, createHash, generateKeyPairSync, privateDecrypt, verify } from 'node:crypto'
import { test } from 'node:test'
import { blindTokens, makeSecret, openTokens } from './tokens.ts'

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
const publicKey = keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64url')
const week = { period: '2026-W10', publicKey }

/** What the network does: it signs whatever it is given. */
const signAll = (blinded: readonly string[]) =>
  blinded.map((each) =>
    privateDecrypt(
      { key: keys.privateKey, padding: constants.RSA_NO_PADDING },
      Buffer.from(each, 'base64url'),
    ).toString('base64url'),
  )

test('a token that was signed unseen is a plain signature of the week and its key, and nothing sent is in it', async () => {
  const blindings = await blindTokens(week)
  const sent = blindings.map(({ blinded }) => blinded)
  const tokens = await openTokens(week, { blindings, signatures: signAll(sent) })
  assert.equal(new Set([...tokens.map(({ nonce }) => nonce), ...sent]).size, 6)
  const keyId = createHash('sha256').update(Buffer.from(publicKey, 'base64url')).digest('base64url')
  for (const { nonce, signature } of tokens) {
    const message = Buffer.concat([
      Buffer.from(`foyer/anonymous-question/2026-W10/${keyId}/`),
      Buffer.from(nonce, 'base64url'),
    ])
    const key = { key: keys.publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 }
    assert.ok(verify('sha384', message, key, Buffer.from(signature, 'base64url')))
    assert.equal(sent.includes(signature), false)
  }
})

test('a network that signs with another key than everybody sees is found out', async () => {
  const blindings = await blindTokens(week)
  const other = Buffer.from(signAll(blindings.map(({ blinded }) => blinded))[0] ?? '', 'base64url')
  other.writeUInt8(other.readUInt8(200) ^ 1, 200)
  const signatures = blindings.map(() => other.toString('base64url'))
  await assert.rejects(openTokens(week, { blindings, signatures }))
})

test('a secret is 22 letters, and what is told of it is its digest', async () => {
  const { secret, secretHash } = await makeSecret()
  assert.match(secret, /^[\w-]{22}$/)
  const digest = createHash('sha256').update(Buffer.from(secret, 'base64url')).digest('base64url')
  assert.equal(secretHash, digest)
})
