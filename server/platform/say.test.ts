import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Language } from '#contract/language'
import { say, sentence } from './say.ts'

const languages = fc.constantFrom(...Language.options)
const name = fc.stringMatching(/^[a-z]{1,8}$/)

describe('a sentence', () => {
  test('is said in the language of its reader, with its values', () => {
    assert.equal(say('de', sentence('Sign in to see this.')), 'Zum Ansehen bitte anmelden.')
    assert.equal(
      say('de', sentence('A request holds at most {most} kB.', { most: 256 })),
      'Eine Anfrage fasst höchstens 256 kB.',
    )
  })

  test('is English where nobody has put it into that language', () => {
    assert.equal(
      say('ja', sentence('No {thing} has this message.', { thing: 'cat' })),
      'No cat has this message.',
    )
  })

  test('counts as its language does', () => {
    const replies = sentence('{count, plural, one {# reply} other {# replies}}', { count: 1 })
    assert.equal(say('en', replies), '1 reply')
    assert.equal(say('en', { ...replies, values: { count: 0 } }), '0 replies')
  })

  test('keeps its values in every language, whatever stands in them', () => {
    fc.assert(
      fc.property(languages, name, fc.string(), (language, key, value) => {
        const said = say(language, sentence(`It is {${key}}, isn't it?`, { [key]: value }))
        assert.equal(said, `It is ${value}, isn't it?`)
      }),
    )
  })

  test('never throws, not even for a message that is none', () => {
    fc.assert(
      fc.property(
        languages,
        fc.string({ unit: fc.constantFrom(...'ab {}<>#\'",/pluralselect=') }),
        (language, message) => {
          assert.equal(typeof say(language, sentence(message)), 'string')
        },
      ),
    )
    assert.equal(say('en', sentence('{missing} and <b>')), '{missing} and <b>')
  })
})
