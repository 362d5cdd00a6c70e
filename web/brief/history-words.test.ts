import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { PastBrief } from '#contract/brief-history'
import { byDay, timeSentence, weeksSentence } from './history-words.ts'
import { participationCsv } from './participation-csv.ts'

const brief = (at: string, secondsSpent = 0) => ({ at, secondsSpent, secondsPlanned: 590 }) as PastBrief

it('weeks are told plainly, and not at all before there was a brief', () => {
  assert.equal(weeksSentence({ takenPart: 6, of: 8 }), 'You took part in 6 of the last 8 weeks.')
  assert.equal(weeksSentence({ takenPart: 1, of: 1 }), 'You took part this week, your first.')
  assert.equal(weeksSentence({ takenPart: 0, of: 0 }), undefined)
})

it('minutes spent stand beside those planned, as far as they were measured', () => {
  assert.equal(timeSentence(brief('2026-03-02T08:00:00Z', 260)), '4 minutes of 10 minutes planned.')
  assert.equal(timeSentence(brief('2026-03-02T08:00:00Z', 20)), 'Less than a minute of 10 minutes planned.')
  assert.equal(timeSentence(brief('2026-03-02T08:00:00Z')), 'Planned: 10 minutes.')
})

it('briefs of one day stand together, in their order', () => {
  const briefs = [brief('2026-03-03T09:00:00Z'), brief('2026-03-03T07:00:00Z'), brief('2026-03-02T07:00:00Z')]
  const days = byDay(briefs, (at) => at.toISOString().slice(0, 10))
  assert.deepEqual(
    days.map(([day, ofDay]) => [day, ofDay.length]),
    [
      ['2026-03-03', 2],
      ['2026-03-02', 1],
    ],
  )
})

it('a hidden figure is an empty cell of the file', () => {
  const weeks = [
    { week: '2026-03-09', agreed: 12, tookPart: 6 },
    { week: '2026-03-02', agreed: 11, tookPart: null },
  ]
  assert.equal(participationCsv(weeks), 'week_from,agreed,took_part\r\n2026-03-09,12,6\r\n2026-03-02,11,\r\n')
})
