import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { askedText, findableText, folded, formsIn, placedWordsIn } from './findable-text.ts'
import { detectLanguage, languageAmong, languageCode } from './languages.ts'
import { topicsIn } from './words.ts'

test('what is found are words: no marks, no markup, no addresses behind links and names', () => {
  assert.equal(findableText('**Legal/EMEA**, J.Doe & re-use'), 'legal emea j doe re use')
  assert.equal(
    findableText('@[Marta Wójcik](person:0193-ab) sent [this](https://x.test/y)'),
    'marta wójcik sent this',
  )
})

test('any two neighbours of a script without word breaks are a word, and so is the last character', () => {
  assert.equal(findableText('TPM会議室 ok'), 'tpm 会議 議室 室 ok')
  assert.equal(askedText('TPM会議室'), 'tpm 会議 議室')
  assert.equal(askedText('室'), '室')
})

test('whatever part of such a text is asked for stands in it in the same order', () => {
  const text = fc.stringMatching(/^[会議室東京工場三階]{2,20}$/)
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (written, one, other) => {
      const [start, end] = [one % written.length, other % written.length].toSorted((a, b) => a - b)
      const asked = askedText(written.slice(start, (end ?? 0) + 1))
      assert.ok(` ${findableText(written)} `.includes(` ${asked}`))
    }),
  )
})

test('what is written and asked is words parted by single spaces, whatever it was', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const words of [findableText(text), askedText(text)]) {
        assert.equal(words, words.trim())
        assert.doesNotMatch(words, / {2}|['\\/:&|!()<>]/)
      }
    }),
  )
})

test('accents fold as the database folds them', () => {
  assert.deepEqual(['Wójcik', 'Gdańsk', 'øre', 'Straße', 'Łódź', 'ÆRØ'].map(folded), [
    'wojcik',
    'gdansk',
    'ore',
    'strasse',
    'lodz',
    'aero',
  ])
  assert.deepEqual(formsIn([findableText('Øre 42 ab x2y3 Wójcik 会議室')]), ['wojcik'])
})

test('words are known by where they stand', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      for (const { word, start, end } of placedWordsIn(text)) assert.equal(text.slice(start, end), word)
    }),
  )
})

test('languages are told apart, and what is likely decides where they differ by little', async () => {
  const of = async (text: string, likely: string[] = []) =>
    languageAmong(await detectLanguage(findableText(text)), likely)
  assert.equal(await of('Who may stop the line when the night shift is alone?'), 'en')
  assert.equal(await of('Kto może zatrzymać linię, kiedy nocna zmiana jest sama?'), 'pl')
  assert.equal(await of('Kan noen se på målingene før frokost i dag?', ['no']), 'no')
  assert.equal(await of('thanks'), undefined)
  assert.deepEqual(['nb', 'en-GB', 'PL', 'Norwegian', ''].map(languageCode), [
    'no',
    'en',
    'pl',
    undefined,
    undefined,
  ])
})

test('topics are words behind a #, but not in code, links or longer words', () => {
  assert.deepEqual(topicsIn('#Scrap-Rate and (#øre) #2026 #q3_2026, C# a#b ##no'), [
    'scrap-rate',
    'øre',
    'q3_2026',
  ])
  assert.deepEqual(topicsIn('`#a` [#b](https://x.test/#c) https://x.test/#d\n```\n#e\n```\n#f'), ['f'])
})
