import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { sessionCookieOf, tokenOf } from './session-cookie.ts'

const SECRET = 'a secret of thirty-two characters'

function signed(token: string): string {
  return encodeURIComponent(`${token}.${createHmac('sha256', SECRET).update(token).digest('base64')}`)
}

test('the session cookie is found among others, plain or secure', () => {
  const cookies = (cookie: string) => sessionCookieOf(new Headers({ cookie }))
  assert.equal(cookies('a=1; foyer_session=tok.sig; b=2'), 'tok.sig')
  assert.equal(cookies('__Secure-foyer_session=tok.sig'), 'tok.sig')
  assert.equal(cookies('not_foyer_session=tok.sig'), undefined)
  assert.equal(sessionCookieOf(new Headers()), undefined)
})

test('a token with our signature is taken', () => {
  assert.equal(tokenOf(signed('abcDEF'), SECRET), 'abcDEF')
})

test('a token with another signature, and any other text, is not', () => {
  assert.equal(tokenOf(signed('abcDEF'), 'another secret'), undefined)
  assert.equal(tokenOf(signed('abcDEF').replace('abc', 'abd'), SECRET), undefined)
  fc.assert(fc.property(fc.string(), (text) => tokenOf(text, SECRET) === undefined))
})
