import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { prefixQuery } from './prefix-query.ts'

test('each typed word is the beginning of a word', () => {
  assert.equal(prefixQuery('jos  mad'), "'jos':* & 'mad':*")
  assert.equal(prefixQuery("O'Brien, É."), "'O':* & 'Brien':* & 'É':*")
})

test('what holds no word asks for nothing', () => {
  assert.equal(prefixQuery(''), undefined)
  assert.equal(prefixQuery(' -- & | ! '), undefined)
})

test('nothing typed reaches the search as its syntax', () => {
  const plain = /^'[\p{L}\p{N}\p{M}]+':\*( & '[\p{L}\p{N}\p{M}]+':\*)*$/u
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const query = prefixQuery(typed)
      return query === undefined || plain.test(query)
    }),
  )
})
