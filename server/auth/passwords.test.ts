import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hashPassword, isPassword } from './passwords.ts'

test('a password is known again by its hash, and no other is', async () => {
  const hashed = await hashPassword('correct horse battery')
  assert.match(hashed, /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/)
  assert.equal(await isPassword('correct horse battery', hashed), true)
  assert.equal(await isPassword('correct horse batterz', hashed), false)
})

test('two hashes of one password differ, so that equal passwords do not show', async () => {
  assert.notEqual(await hashPassword('the same words'), await hashPassword('the same words'))
})

test('a hash carries its own cost, so that stronger ones and those of other programs stay good', async () => {
  // From the tests of the reference implementation of argon2: "password" with the salt "somesalt".
  const reference = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc'
  assert.equal(await isPassword('password', reference), true)
  assert.equal(await isPassword('passwort', reference), false)
})

test('an accent typed as one character or as two is the same password', async () => {
  const hashed = await hashPassword('café société')
  assert.equal(await isPassword('café société'.normalize('NFD'), hashed), true)
})
