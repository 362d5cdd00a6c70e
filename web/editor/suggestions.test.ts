import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mentionOf, typedAt, withMeant } from './suggestions.ts'

const typed = (text: string) => typedAt(text, text.length)?.search

test('a name after an @ is being mentioned', () => {
  assert.equal(typed('@'), '')
  assert.equal(typed('Thanks @In'), 'In')
  assert.equal(typed('Thanks @Ines Mar'), 'Ines Mar')
  assert.equal(typed('(@Łukasz'), 'Łukasz')
  assert.equal(typed('first line\n@O’Ne'), 'O’Ne')
})

test('mail addresses, finished sentences and finished mentions are not', () => {
  assert.equal(typed('ines@plant'), undefined)
  assert.equal(typed('@Ines is right about'), undefined)
  assert.equal(typed('@[Ines](person:1) '), undefined)
  assert.equal(typed('no sign at all'), undefined)
  assert.equal(typed('@Ines\nnext line'), undefined)
})

test('a word after a # is a topic that is being typed, and a heading is none', () => {
  assert.deepEqual(typedAt('of #night-sh', 12), { sign: '#', start: 3, end: 12, search: 'night-sh' })
  assert.equal(typed('# Head'), undefined)
  assert.equal(typed('#'), undefined)
  assert.equal(typed('b#c'), undefined)
  assert.equal(typed('#done '), undefined)
})

test('only what stands before the caret counts', () => {
  assert.deepEqual(typedAt('@In and more', 3), { sign: '@', start: 0, end: 3, search: 'In' })
})

const meant = (text: string, caret: number, words: string) => {
  const found = typedAt(text, caret)
  assert.ok(found)
  return withMeant(text, found, words)
}
const ines = mentionOf({ id: '1', name: 'Ines' })

test('the person takes the place of what was typed, and the caret stands behind', () => {
  const { text, caret } = meant('Ask @In today', 7, ines)
  assert.equal(text, 'Ask @[Ines](person:1) today')
  assert.equal(text.slice(caret), 'today')
})

test('what was meant at the end leaves a space to type on, and before a comma none', () => {
  assert.equal(meant('@In', 3, ines).text, '@[Ines](person:1) ')
  assert.equal(meant('@In, hello', 3, ines).text, '@[Ines](person:1), hello')
  assert.equal(meant('of #scr', 7, '#scrap').text, 'of #scrap ')
})

test('a bracket in a name cannot break the mention', () => {
  assert.equal(mentionOf({ id: '1', name: 'X [out] \\ Y' }), '@[X out  Y](person:1)')
})
