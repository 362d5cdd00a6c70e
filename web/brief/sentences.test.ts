import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Card, CardAction, CardKind } from '#contract/brief'
import {
  clockOf,
  deedsSentence,
  firstNameOf,
  greetingAt,
  heardSentence,
  nextSentence,
  openingSentence,
  spokenSeconds,
} from './sentences.ts'

const cards = (...kinds: CardKind[]) => kinds.map((kind) => ({ kind }) as Card)
const deeds = (...done: (CardAction | null)[]) => done.map((each) => ({ done: each }))

test('the greeting follows the hour', () => {
  assert.deepEqual([4, 5, 11, 12, 17, 18, 23].map(greetingAt), [
    'Good evening',
    'Good morning',
    'Good morning',
    'Good afternoon',
    'Good afternoon',
    'Good evening',
    'Good evening',
  ])
})

test('a person is greeted by the given name, whichever way round the name is written', () => {
  assert.equal(firstNameOf('Ingrid Solheim'), 'Ingrid')
  assert.equal(firstNameOf('Okafor, Tomasz Jan'), 'Tomasz')
  assert.equal(firstNameOf('Ines'), 'Ines')
})

test('seconds read as a clock and as speech', () => {
  assert.equal(clockOf(370), '6:10')
  assert.equal(clockOf(-3), '0:00')
  assert.equal(spokenSeconds(95), '1 min 35 s')
  assert.equal(spokenSeconds(120), '2 min')
  assert.equal(spokenSeconds(45), '45 s')
})

test('counts agree with their nouns', () => {
  assert.equal(heardSentence(1), 'You heard one voice for the first time.')
  assert.equal(heardSentence(7), 'You heard seven voices for the first time.')
  assert.equal(heardSentence(1200), 'You heard 1,200 voices for the first time.')
})

test('the opening counts things, minutes and unheard voices', () => {
  const seven = cards('needs-you', 'unheard', 'unheard', 'unheard', 'recognise', 'needs-you', 'reflect')
  assert.equal(
    openingSentence({ cards: seven, secondsPlanned: 590, minutes: 10 }),
    'Seven things worth ten minutes. Three are from people you have not heard before.',
  )
  assert.equal(
    openingSentence({ cards: cards('unheard'), secondsPlanned: 60, minutes: 3 }),
    'One thing worth one minute. It is from somebody you have not heard before.',
  )
  assert.equal(
    openingSentence({ cards: cards('needs-you', 'unheard'), secondsPlanned: 130, minutes: 10 }),
    'Two things worth three minutes. One is from somebody you have not heard before.',
  )
})

test('the opening never promises more minutes than were asked for', () => {
  assert.match(openingSentence({ cards: cards('reflect'), secondsPlanned: 181, minutes: 3 }), /three minutes/)
})

test('the end tells what was done, and nothing when nothing was', () => {
  assert.equal(
    deedsSentence(deeds('answer', 'answer', 'thank', 'later')),
    'You answered two, thanked one person, and kept one for later.',
  )
  assert.equal(deedsSentence(deeds(null)), undefined)
})

test('the next brief is told in the reader’s own zone', () => {
  const now = new Date('2026-03-03T22:30:00+01:00')
  const next = (nextAt: string) => nextSentence({ nextAt, now, timeZone: 'Europe/Warsaw' })
  assert.equal(next('2026-03-04T06:30:00Z'), 'The next one comes tomorrow at 07:30.')
  assert.equal(next('2026-03-03T21:45:00Z'), 'The next one comes today at 22:45.')
  assert.equal(next('2026-03-03T23:15:00Z'), 'The next one comes tomorrow at 00:15.')
  assert.equal(next('2026-03-06T06:30:00Z'), 'The next one comes on Friday at 07:30.')
  assert.equal(next('2026-03-16T06:30:00+00:00'), 'The next one comes on Monday, March 16, at 07:30.')
})
