import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isOpenToOthers } from './reach.ts'

const alone = { host: '127.0.0.1', baseUrl: 'http://localhost:3000', isBehindProxy: false }

test('as it is set up at first, nobody but this machine comes to the address', () => {
  assert.equal(isOpenToOthers(alone), false)
  assert.equal(isOpenToOthers({ ...alone, host: '::1', baseUrl: 'http://[::1]:3000' }), false)
})

test('whatever lets others in counts: a wider address, a public name, a proxy in front', () => {
  for (const wider of [
    { host: '0.0.0.0' },
    { host: '::' },
    { host: '192.168.1.7' },
    { baseUrl: 'https://foyer.example.org' },
    { baseUrl: 'http://127.0.0.1.example.org' },
    { isBehindProxy: true },
  ]) {
    assert.equal(isOpenToOthers({ ...alone, ...wider }), true, JSON.stringify(wider))
  }
})
