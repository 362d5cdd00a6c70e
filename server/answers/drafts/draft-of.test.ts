import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Forward, ForwardedLetter } from '#rooms/mail'
import { draftOf } from './draft-of.ts'

const jan = (words: string): ForwardedLetter => ({ name: 'Jan Kowal', isSenders: false, words })
const piotr = (words: string): ForwardedLetter => ({ name: 'Piotr Nowak', isSenders: false, words })
const mine = (words: string): ForwardedLetter => ({ name: 'Marta Wójcik', isSenders: true, words })
const forward = (letters: ForwardedLetter[], own = ''): Forward => ({ title: 'Noise', own, letters })

test('the earliest letter that asks is the question, the sender’s latest one after it the answer', () => {
  const thread = [
    piotr('I heard it is 90 decibels.'),
    mine('82 decibels, so wear protection.'),
    jan('How loud is line 3?'),
    piotr('Line 3 runs again.'),
  ]
  assert.deepEqual(draftOf(forward(thread, 'FYI')), {
    title: 'Noise',
    question: 'How loud is line 3?',
    answer: '82 decibels, so wear protection.',
    answeredBy: undefined,
    note: 'FYI',
  })
})

test('somebody else’s answer is theirs by name; thanks, more questions and the asker answer nothing', () => {
  const thread = [
    jan('Thanks, that helps!'),
    jan('We measured it ourselves in the end, by the way.'),
    mine('Is that with the doors open?'),
    piotr('82 decibels, measured last week.'),
    jan('How loud is line 3?'),
  ]
  const draft = draftOf(forward(thread))
  assert.deepEqual([draft.answer, draft.answeredBy], ['82 decibels, measured last week.', 'Piotr Nowak'])
})

test('what the sender writes above a question is its answer, unless it only says that this is forwarded', () => {
  const question = [jan('How loud is line 3?')]
  const above = (own: string) => draftOf(forward(question, own))
  assert.equal(above('It is 82 decibels at night.').answer, 'It is 82 decibels at night.')
  for (const own of [
    'FYI',
    'Zur Info, das kommt oft.',
    'Pour info, on me le demande souvent.',
    'Danke!',
    'ご参考まで',
  ]) {
    assert.deepEqual([above(own).answer, above(own).note], [undefined, own], own)
  }
})

test('who asks above a forward asks about it', () => {
  const about = draftOf(forward([jan('Line 3 is loud.')], 'Does anybody know how loud?'))
  assert.deepEqual(
    [about.question, about.answer],
    ['Does anybody know how loud?\n\n> Line 3 is loud.', undefined],
  )
  const too = draftOf(forward([jan('How loud is line 3?')], 'Does anybody know?'))
  assert.equal(too.question, 'Does anybody know?\n\nHow loud is line 3?')
})

test('a question is known in five languages, also without a question mark', () => {
  const asked = [
    'Could you tell me how loud line 3 is.',
    'Könnten Sie mir sagen, wie laut Linie 3 ist.',
    'Pourriez-vous me dire quel bruit fait la ligne 3.',
    'Quisiera saber cuánto ruido hace la línea 3.',
    '3号ラインの騒音を教えてください。',
  ]
  for (const words of asked) {
    const { question, answer } = draftOf(
      forward([mine('82 decibels, so wear protection.'), jan(words), piotr('Line 3 runs again.')]),
    )
    assert.deepEqual([question, answer], [words, '82 decibels, so wear protection.'])
  }
})

test('without a subject, the title is the sentence that asks', () => {
  const { title } = draftOf({ ...forward([jan('Hello.\nHow loud is line 3? We wonder.')]), title: undefined })
  assert.equal(title, 'How loud is line 3?')
})

const ADDRESS = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/

test('no address is left, no word of the sender’s own is lost, and nothing is too much', () => {
  const word = fc.oneof(
    fc.emailAddress(),
    fc.constantFrom('loud', 'line', 'why?', 'Thanks', '<a@b.org>', 'mailto:x@y.de'),
    fc.string(),
  )
  const words = fc.array(word, { maxLength: 12 }).map((parts) => parts.join(' '))
  const letter = fc.record({
    name: fc.option(fc.constantFrom('Jan', 'jan@partner.test', 'Marta'), { nil: undefined }),
    isSenders: fc.boolean(),
    words,
  })
  const plain = fc.array(fc.constantFrom('line', 'is', 'loud', 'three', 'why?', 'FYI'), { maxLength: 9 })
  fc.assert(
    fc.property(
      fc.array(letter, { minLength: 1, maxLength: 6 }),
      plain,
      fc.option(words, { nil: undefined }),
      (letters, own, title) => {
        const draft = draftOf({ title, own: own.join(' '), letters })
        const all = Object.values(draft).join('\n')
        assert.doesNotMatch(all, ADDRESS)
        assert.ok(`${draft.question}\n${draft.answer}\n${draft.note}`.includes(own.join(' ')))
      },
    ),
  )
})
