import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  begun,
  OPERATORS,
  operatorsIn,
  unfinished,
  withOperator,
  withoutOperator,
  written,
} from './operators.ts'

test('operators are found with their values, and words are not taken for them', () => {
  assert.deepEqual(
    operatorsIn('valve from:marta in:"Line 3" kind: colour:red').map(({ name, value }) => [name, value]),
    [
      ['from', 'marta'],
      ['in', 'Line 3'],
    ],
  )
})

test('an operator that is set replaces the one that stood there, and is gone when it is emptied', () => {
  assert.equal(withOperator('valve kind:note today', 'kind', 'question'), 'valve today kind:question')
  assert.equal(withOperator('valve kind:note today', 'kind', ''), 'valve today')
  assert.equal(withOperator('', 'from', 'Marta Wójcik'), 'from:"Marta Wójcik"')
})

test('whatever value is written is read again', () => {
  const value = fc.stringMatching(/^[\p{L}\d]{1,8}( [\p{L}\d]{1,8}){0,2}$/u)
  const name = fc.constantFrom(...OPERATORS.map((each) => each.name))
  fc.assert(
    fc.property(name, value, (operator, text) => {
      const query = `valve ${written(operator, text)} stuck`
      const [found] = operatorsIn(query)
      assert.equal(found?.value, text)
      assert.equal(found && withoutOperator(query, found), 'valve stuck')
    }),
  )
})

test('an operator is completed from its beginning, and its value from what is typed of it', () => {
  assert.deepEqual(
    begun('valve fr').map(({ name }) => name),
    ['from'],
  )
  assert.deepEqual(begun('valve fresh'), [])
  assert.deepEqual(unfinished('valve from:mar'), { name: 'from', value: 'mar', start: 6 })
  assert.deepEqual(unfinished('in:"Line 3'), { name: 'in', value: 'Line 3', start: 0 })
  assert.equal(unfinished('from:marta valve'), undefined)
  assert.equal(unfinished('from:"Marta Wójcik"'), undefined)
})
