import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mentionAt, withMention } from './mentions.ts'

const typed = (text: string) => mentionAt(text, text.length)?.search

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

test('only what stands before the caret counts', () => {
  assert.deepEqual(mentionAt('@In and more', 3), { start: 0, end: 3, search: 'In' })
})

test('the person takes the place of what was typed, and the caret stands behind', () => {
  const draft = mentionAt('Ask @In today', 7)!
  const { text, caret } = withMention('Ask @In today', draft, { id: '1', name: 'Ines Marín' })
  assert.equal(text, 'Ask @[Ines Marín](person:1) today')
  assert.equal(text.slice(caret), 'today')
})

test('a mention at the end leaves a space to type on, and one before a comma leaves none', () => {
  const end = mentionAt('@In', 3)!
  assert.equal(withMention('@In', end, { id: '1', name: 'Ines' }).text, '@[Ines](person:1) ')
  assert.equal(withMention('@In, hello', end, { id: '1', name: 'Ines' }).text, '@[Ines](person:1), hello')
})

test('a bracket in a name cannot break the mention', () => {
  const draft = mentionAt('@x', 2)!
  assert.equal(withMention('@x', draft, { id: '1', name: 'X [out] \\ Y' }).text, '@[X out  Y](person:1) ')
})
