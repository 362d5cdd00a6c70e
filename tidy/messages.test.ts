// Holds what the product says: messages that can be read, words on screens that go through them, and catalogues that
// have them all.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fileURLToPath } from 'node:url'
import { catalogued, differenceOf, readMessages } from '../scripts/catalogues.ts'
import { bareWords } from './bare-words.ts'
import { namesIn, whyNoMessage } from './messages.ts'
import { readHouse, toSource } from './source.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const { messages, unreadable } = readMessages(root)
const keys = new Set(messages.map(({ key }) => key))

describe('what the product says can be put into other languages', () => {
  it('stands where it is said, as one literal', () => assert.deepEqual(unreadable, []))

  it('is a message in ICU MessageFormat', () => {
    assert.deepEqual(
      messages.flatMap(({ english, path, line }) => {
        const reason = whyNoMessage(english)
        return reason === undefined ? [] : [`${path}:${line} ${reason}`]
      }),
      [],
    )
  })
  it('catches what is none', () => {
    for (const text of ['{n', '{n, plural, one {#}}', '<way>on']) assert.ok(whyNoMessage(text), text)
    for (const text of ['Save', '{n, plural, other {#}} of {all}', '<way></way>']) {
      assert.equal(whyNoMessage(text), undefined)
    }
  })

  it('goes through messages on every screen', () => {
    const findings = readHouse(root).flatMap(bareWords)
    assert.deepEqual(
      findings.map(({ path, line, sentence }) => `${path}:${line} ${sentence}`),
      [],
    )
  })
  for (const text of [
    'const a = <p>Save it</p>',
    'const a = <>Save</>',
    'const a = <p>{isNew ? "New" : null}</p>',
    'const a = <Field label="Name" />',
    'const a = <p aria-label={`End`} />',
    "toast({ sentence: 'It is done.' })",
    'const a = <p>{isNew && "New"}</p>',
  ]) {
    it(`catches ${text}`, () => assert.equal(bareWords(toSource('web/ui/a.tsx', text)).length, 1))
  }
  for (const text of [
    'const a = <p>{say("Save it")} · {count}</p>',
    'const a = <code>npm run foyer</code>',
    'const a = <Field label={say("Name")} type="email" placeholder="https://" />',
    'const a = <p className="big">Foyer</p>',
  ]) {
    it(`lets pass ${text}`, () => assert.deepEqual(bareWords(toSource('web/ui/a.tsx', text)), []))
  }
})

describe('each catalogue', () => {
  for (const { language, catalogue } of catalogued()) {
    it(`says all there is to say, and nothing else, in ${language}`, () =>
      assert.deepEqual(differenceOf(keys, catalogue), { missing: [], superfluous: [] }))

    it(`has the same names and marks as the English, in ${language}`, () => {
      const different = messages.filter(({ key, english }) => {
        const said = catalogue[key]
        return said && namesIn(said).join() !== namesIn(english).join()
      })
      assert.deepEqual([...new Set(different.map(({ key }) => `${key} → ${catalogue[key]}`))], [])
    })
  }
})
