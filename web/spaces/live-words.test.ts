import assert from 'node:assert/strict'
import { test } from 'node:test'
import { announcementOf, postsWaiting, repliesWaiting } from './live-words.ts'

test('a screen reader hears who replied, and of many only how many', () => {
  assert.equal(announcementOf(['Marta Wójcik']), 'Marta Wójcik replied')
  assert.equal(announcementOf(['Marta Wójcik', 'Marta Wójcik']), 'Marta Wójcik replied 2 times')
  assert.equal(announcementOf(['Marta Wójcik', 'Tomasz Okafor', 'Marta Wójcik']), '3 new replies')
})

test('what waits is counted in words', () => {
  assert.equal(repliesWaiting(1), '1 new reply')
  assert.equal(repliesWaiting(1200), '1,200 new replies')
  assert.equal(postsWaiting(1, { isAtLeast: false }), '1 new post')
  assert.equal(postsWaiting(20, { isAtLeast: true }), '20 or more new posts')
})
