import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { PersonId } from '#contract/ref'
import { OPEN_MAX, openIn, openWord } from './tree-address.ts'

const id = (number: number) => `019c0000-0000-7000-8000-${String(number).padStart(12, '0')}` as PersonId

it('an address gives back whoever was unfolded, nobody included', () => {
  for (const ids of [[], [id(1)], [id(2), id(1)]]) {
    assert.deepEqual([...(openIn({ open: openWord(ids) }) ?? ['none said'])], ids)
  }
  assert.equal(openIn({}), undefined)
})

it('an address written by hand unfolds no more than fit, and nobody who is no id', () => {
  const many = Array.from({ length: OPEN_MAX + 5 }, (_, number) => id(number))
  assert.equal(openIn({ open: many.join(',') })?.size, OPEN_MAX)
  assert.deepEqual(openIn({ open: `nonsense,${id(1)},,` }), new Set([id(1)]))
})
