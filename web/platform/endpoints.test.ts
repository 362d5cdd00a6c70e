import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contract } from '#contract/contract'
import { kebab } from './client.ts'
import { methods } from './endpoints.ts'

test('the page calls every endpoint of the contract by its own method and path, and no other', () => {
  const called = Object.entries(methods).flatMap(([room, calls]) =>
    Object.entries(calls).map(([name, method]) => `${method} /api/${room}/${kebab(name)}`),
  )
  const described = Object.values(contract).flatMap((room) =>
    Object.values(room)
      .filter(({ bytes }) => bytes === 'none')
      .map(({ method, path }) => `${method} ${path}`),
  )
  assert.deepEqual(called.sort(), described.sort())
})
