import assert from 'node:assert/strict'
import { it } from 'node:test'
import { relativeTime } from './relative-time.ts'

const now = new Date(2026, 2, 12, 15, 30)
const said = (...parts: [number, number, number, number, number]) => relativeTime(new Date(...parts), now)

it('says recent times in relation to now, and older ones as dates', () => {
  assert.equal(relativeTime(now, now), 'now')
  assert.equal(said(2026, 2, 12, 15, 10), '20 minutes ago')
  assert.equal(said(2026, 2, 12, 9, 30), '6 hours ago')
  assert.equal(said(2026, 2, 11, 23, 50), 'yesterday')
  assert.equal(said(2026, 2, 8, 12, 0), 'Sunday')
  assert.equal(said(2026, 1, 1, 12, 0), 'Feb 1')
  assert.equal(said(2001, 4, 14, 12, 0), 'May 14, 2001')
})

it('says nothing of a time that is none', () => {
  assert.equal(relativeTime(new Date('soon'), now), '')
})
