import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { PersonRef } from '#contract/ref'
import { wayInWords } from './way-words.ts'

const people = ['Ann', 'Ben', 'Cal', 'Dee'].map((name) => ({ name }) as PersonRef)

it('a way in words names the nearest manager of both, or says that it leads straight up or down', () => {
  assert.equal(wayInWords(people, 1), '1 up to Ben, the nearest manager of both, then 2 down')
  assert.equal(wayInWords(people, 3), 'straight up to Dee')
  assert.equal(wayInWords(people, 0), 'straight down from Ann')
  assert.equal(wayInWords(people.slice(0, 1), 0), 'no step at all')
})
