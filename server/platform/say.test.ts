import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import fc from 'fast-check'
import { Language } from '#contract/language'
import { moment, readBack, say, sentence, writtenDown } from './say.ts'

const languages = fc.constantFrom(...Language.options)
const name = fc.stringMatching(/^[a-z]{1,8}$/)

describe('a sentence', () => {
  test('is said in the language of its reader, with its values', () => {
    const german: Record<string, string> = JSON.parse(
      readFileSync(new URL('../../languages/de.json', import.meta.url), 'utf8'),
    )
    const message = 'A request holds at most {most} kB.'
    assert.equal(say('de', sentence(message, { most: 256 })), german[message]?.replace('{most}', '256'))
    assert.notEqual(german[message], message)
  })

  test('is English where nobody has put it into that language', () => {
    assert.equal(
      say('ja', sentence('No {thing} has this message.', { thing: 'cat' })),
      'No cat has this message.',
    )
  })

  test('tells days and sentences within it, and is the same after it was written down', () => {
    const day = moment(Temporal.Instant.from('2026-03-05T23:30:00Z'), {
      ...{ weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' },
    })
    const said = sentence('{day}: {what}', { day, what: sentence('Not signed in') })
    assert.equal(say('en', said), 'Thursday 5 March: Not signed in')
    assert.deepEqual(readBack(writtenDown(said)), said)
    assert.deepEqual(readBack(writtenDown(sentence('Not signed in'))), sentence('Not signed in'))
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
