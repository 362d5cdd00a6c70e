import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { partsOf } from './highlights.ts'

test('found words are told apart from those around them', () => {
  assert.deepEqual(partsOf('the \uE000purge\uE001 valve'), [
    { text: 'the ', isFound: false },
    { text: 'purge', isFound: true },
    { text: ' valve', isFound: false },
  ])
})

test('whatever the marks, no word is lost and no mark is shown', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', '<b>', '\uE000', '\uE001')), (pieces) => {
      const plain = pieces.filter((piece) => piece.length !== 1 || piece === 'a').join('')
      assert.equal(
        partsOf(pieces.join(''))
          .map((part) => part.text)
          .join(''),
        plain,
      )
    }),
  )
})
