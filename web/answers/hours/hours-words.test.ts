import assert from 'node:assert/strict'
import { it } from 'node:test'
import { beginningAt, freshForm, timesOf } from './hours-words.ts'

it('an offer begins as an hour from the next full hour on', () => {
  const { begins, ends } = freshForm(new Date(2026, 2, 2, 8, 20))
  assert.deepEqual([begins, ends], ['2026-03-02T09:00', '2026-03-02T10:00'])
})

it('another beginning takes the end along', () => {
  const form = { ...freshForm(new Date(2026, 2, 2, 8, 20)), ends: '2026-03-02T11:30' }
  assert.equal(beginningAt(form, '2026-03-05T14:00').ends, '2026-03-05T16:30')
  assert.equal(beginningAt(form, '').ends, '2026-03-02T11:30')
})

it('nothing is sent while a time is missing, and questions are taken from when it was chosen', () => {
  const form = freshForm(new Date(2026, 2, 2, 8, 20))
  assert.equal(timesOf({ ...form, ends: '' }), undefined)
  assert.equal(timesOf(form)?.opensAt, undefined)
  assert.equal(timesOf({ ...form, opens: 'begin' })?.opensAt, new Date(2026, 2, 2, 9).toISOString())
  assert.equal(timesOf({ ...form, opens: 'day' })?.opensAt, new Date(2026, 2, 1, 9).toISOString())
})
