import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { remembered } from './remembered.ts'

it('says what the function says, whatever was asked before', () => {
  const lengthOf = remembered((text) => text.length, 3)
  fc.assert(fc.property(fc.string({ maxLength: 4 }), (text) => assert.equal(lengthOf(text), text.length)))
})

it('asks anew only for what was not used lately', () => {
  const asked: string[] = []
  const ask = remembered((text) => asked.push(text), 2)
  for (const text of ['a', 'b', 'a', 'c', 'a', 'b']) ask(text)
  assert.deepEqual(asked, ['a', 'b', 'c', 'b'])
})

it('takes two texts for two, however they are cut', () => {
  const cut = remembered((one: string, other: string) => `${one}|${other}`, 3)
  assert.deepEqual([cut('a', 'bc'), cut('ab', 'c'), cut('', 'abc')], ['a|bc', 'ab|c', '|abc'])
})
