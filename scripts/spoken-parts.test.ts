import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseSync } from 'oxc-parser'
import { messagesIn, pageSpeakers } from './messages.ts'
import { type Catalogue, spokenIn } from './spoken-parts.ts'

const IMPORT = "import { say, sayAs, sayWith as put } from '#browser/say'\n"

function read(code: string) {
  return messagesIn(parseSync('a.tsx', code).program, pageSpeakers)
}

function spoken(code: string, catalogue: Catalogue = {}): string {
  const whole = IMPORT + code
  return spokenIn(whole, read(whole).messages, catalogue).slice(IMPORT.length)
}

test('plain words stand for the whole call, in the language of the page', () => {
  assert.equal(spoken("const a = say('Save') + '…'", { Save: 'Speichern' }), 'const a = "Speichern" + \'…\'')
  assert.equal(spoken('const a = say(`Save`)', { Save: '' }), 'const a = "Save"')
})

test('what has gaps stays a call, of a message that is compiled already', () => {
  assert.equal(
    spoken("say('{n, plural, one {# reply} other {# replies}}', { n })", {
      '{n, plural, one {# reply} other {# replies}}': '{n, plural, other {# 件の返信}}',
    }),
    'say([["n",2,{"other":[0," 件の返信"]}]], { n })',
  )
  assert.equal(spoken("put('Read <way>on</way>.', { way })"), 'put(["Read ",["way","on"],"."], { way })')
})

test('the same English is translated as what it is said of', () => {
  const catalogue = { 'of a space|Open': 'Offen', Open: 'Öffnen' }
  assert.equal(spoken("[sayAs('of a space', 'Open'), say('Open')]", catalogue), '["Offen", "Öffnen"]')
})

test('a message within the values of another is translated as well', () => {
  assert.equal(
    spoken("put('To <way>us</way>', { way: () => say('Home') })", { Home: 'Start' }),
    'put(["To ",["way","us"]], { way: () => "Start" })',
  )
})

test('lines stay where they are', () => {
  assert.equal(spoken("a(\n  say(\n    'Save',\n  ),\n)\nb()").split('\n').indexOf('b()'), 5)
})

test('a message that is not written out as one literal is named, and a function of the same name is not meant', () => {
  assert.deepEqual(
    ['say(words)', "say('a' + 'b')", 'say(b ? `a` : `b`)', "sayAs(about, 'Open')"].map(
      (code) => read(IMPORT + code).unreadable.length,
    ),
    [1, 1, 1, 1],
  )
  assert.deepEqual(read("import { say } from './other.ts'\nsay(words)"), { messages: [], unreadable: [] })
})

test('a translation that is no message is named with what it stands for', () => {
  assert.throws(() => spoken("say('Save {n}', { n })", { 'Save {n}': 'Speichern {n' }), /“Save \{n\}”/)
})
