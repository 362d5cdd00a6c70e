import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fieldTime } from '#browser/field-time'
import { laterWords, presetsFor } from './later-words.ts'
import { EMPTY_POLL, givenPoll, readPollDraft, shareWords, whyNotGive } from './poll-words.ts'

const NOW = new Date(2026, 2, 6, 16, 30)

describe('a poll while it is made', () => {
  it('is given with the options that have words, and says why it cannot be', () => {
    assert.equal(whyNotGive({ ...EMPTY_POLL, options: ['Yes', ' '] }), 'A poll needs two options at least.')
    assert.equal(
      whyNotGive({ ...EMPTY_POLL, options: ['Yes', 'Yes '] }),
      'Two options of the poll are the same.',
    )
    assert.match(whyNotGive({ ...EMPTY_POLL, options: ['Yes', 'No'], closes: 'at' }) ?? '', /^Say when/)
    const given = givenPoll({ ...EMPTY_POLL, options: [' Yes', '', 'No'], closes: 'by-hand' }, NOW)
    assert.deepEqual(given, { options: ['Yes', 'No'], takesSeveral: false, shows: 'after-vote' })
  })

  it('closes at the hour at which it was made, so many days on the calendar later', () => {
    const { closesAt } = givenPoll({ ...EMPTY_POLL, options: ['Yes', 'No'], closes: '14' }, NOW)
    assert.equal(fieldTime(new Date(closesAt ?? '')), '2026-03-20T16:30')
  })

  it('is read from its draft, also from one that another release kept or that broke', () => {
    assert.equal(readPollDraft(''), undefined)
    assert.deepEqual(readPollDraft('{"question":"Now?"}'), { ...EMPTY_POLL, question: 'Now?' })
    assert.deepEqual(readPollDraft('{'), EMPTY_POLL)
  })

  it('tells shares in numbers and in parts of those who answered', () => {
    assert.deepEqual([shareWords(1, 3), shareWords(0, 3), shareWords(0, 0)], ['1 (33%)', '0 (0%)', '0'])
  })
})

describe('times to post at', () => {
  it('are this evening while it is to come, tomorrow and Monday morning, each once', () => {
    const labels = (date: Date) => presetsFor(date).map(({ on }) => on)
    assert.deepEqual(labels(NOW), ['2026-03-06T17:00', '2026-03-07T08:00', '2026-03-09T08:00'])
    assert.deepEqual(labels(new Date(2026, 2, 8, 18)), ['2026-03-09T08:00'])
    assert.deepEqual(labels(new Date(2026, 2, 9, 18)), ['2026-03-10T08:00', '2026-03-16T08:00'])
  })

  it('are said with their day, and an odd one is not said at all', () => {
    assert.equal(laterWords('2026-03-09T08:00'), 'Monday, March 9 at 08:00')
    assert.equal(laterWords('soon'), '')
  })
})
