import assert from 'node:assert/strict'
import { test } from 'node:test'
import { z } from 'zod'
import { freshKey } from './fresh-key.ts'

test('a key is a UUID of version 4, and no two are the same', () => {
  const keys = Array.from({ length: 500 }, freshKey)
  for (const key of keys) assert.ok(z.uuidv4().safeParse(key).success, key)
  assert.equal(new Set(keys).size, keys.length)
})
