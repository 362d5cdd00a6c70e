import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { NoticeSettingsReply } from '#contract/notices'
import { nextSentence } from './next-words.ts'

const reply = (
  next: NoticeSettingsReply['next'],
  first: 'in-app' | 'mail' = 'mail',
): NoticeSettingsReply => ({
  settings: {
    ...{ first, second: 'none', weekdays: [1], times: ['08:00'], quietFrom: '19:00', quietUntil: '07:00' },
    ...{ isTravelling: false, pushSaysWhat: false, isHalved: false },
  },
  ...{ zone: 'Europe/Oslo', profileZone: 'Europe/Oslo', hasMail: true, browserCount: 0, asks: false, next },
  ...{ mayInterrupt: [], mutedSpaces: [], mutedPeople: [], everyPostOf: [] },
})
const at = '2026-03-03T07:00:00Z'

it('the next batch is said with its time in the zone that counts, and with what is in it', () => {
  assert.equal(
    nextSentence(reply({ at, channel: 'mail', count: 1, names: ['Line 3'] })),
    'Your next mail comes on Tuesday, March 3 at 08:00, with one thread: “Line 3”.',
  )
  assert.equal(
    nextSentence(reply({ at, channel: 'push', count: 9, names: ['A', 'B', 'C', 'D', 'E'] })),
    'Your next push comes on Tuesday, March 3 at 08:00, with 9 threads: “A”, “B”, “C”, and 6 more.',
  )
})

it('where nothing will come, it is said why', () => {
  assert.match(nextSentence(reply(null)), /^Nothing waits for you/)
  assert.match(nextSentence(reply(null, 'in-app')), /^Nothing leaves Foyer/)
})
