import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Card } from '#contract/brief'
import { Speaker, type Speaking, type Voice } from './speaker.ts'
import { spokenPieces } from './spoken-card.ts'

type Spoken = Parameters<typeof spokenPieces>[0]
const card = (body: string): Spoken => ({
  headline: 'A voice you have not heard',
  facts: ['Four steps away.'],
  prompt: null,
  words: { author: { name: 'Tomasz Okafor' }, title: 'Line 3', body } as Card['words'],
})

test('a card is spoken in order, and its words without their signs', () => {
  const pieces = spokenPieces(
    card('# Why\n\n**It** stops [here](https://example.org/x), see https://example.org.'),
  )
  assert.deepEqual(pieces, [
    'A voice you have not heard',
    'Four steps away.',
    'Tomasz Okafor says:',
    'Line 3',
    'Why It stops here, see a link',
  ])
})

test('no piece is empty, and all of a plain text is spoken', () => {
  fc.assert(
    fc.property(
      fc.array(fc.stringMatching(/^[a-z]{1,12}[.?!]?$/), { minLength: 1, maxLength: 80 }),
      (words) => {
        const pieces = spokenPieces(card(words.join(' ')))
        assert.ok(pieces.every((piece) => piece.trim() !== ''))
        assert.equal(pieces.slice(4).join(' ').replaceAll(' ', ''), words.join(''))
      },
    ),
  )
})

/** A voice that ends a piece when it is told to. */
function heardVoice(): Voice & { heard: string[]; end: () => void } {
  const ends: (() => void)[] = []
  const heard: string[] = []
  return {
    heard,
    end: () => ends.pop()?.(),
    speak: (piece, done) => {
      heard.push(piece)
      ends.push(done)
    },
    pause: () => {},
    resume: () => {},
    cancel: () => {},
  }
}

test('pieces follow each other, and the end is told once', () => {
  const voice = heardVoice()
  const told: Speaking[] = []
  const speaker = new Speaker(voice, (speaking) => told.push(speaking))
  let through = 0
  speaker.say(['one', 'two'], () => {
    through += 1
  })
  voice.end()
  voice.end()
  assert.deepEqual([voice.heard, through, told], [['one', 'two'], 1, ['speaking']])
})

test('what was broken off does not go on when its piece ends late', () => {
  const voice = heardVoice()
  const speaker = new Speaker(voice, () => {})
  speaker.say(['one', 'two'], assert.fail)
  speaker.stop()
  voice.end()
  assert.deepEqual(voice.heard, ['one'])
})
