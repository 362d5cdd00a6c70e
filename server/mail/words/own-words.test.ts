import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { splitOwnWords } from './own-words.ts'

/** Each says "Yes." of its own, above or around what is folded away. */
const REPLIES: Record<string, string> = {
  'marked lines': 'Yes.\n\nOn Mon, 5 Feb 2001, Jane Doe wrote:\n> Shall we?\n> Or not?\n',
  'an attribution over two lines':
    'Yes.\n\nOn Mon, Feb 5, 2001 at 10:00 AM, Jane Doe\n<jane@acme.com> wrote:\n\n> Shall we?\n',
  'an attribution without marks': 'Yes.\n\nOn Feb 5, 2001, at 10:00, Jane Doe wrote:\n\nShall we?\n',
  'another language': 'Yes.\n\nAm 05.02.2001 um 10:00 schrieb Jane Doe:\n> Sollen wir?\n',
  Outlook:
    'Yes.\n\n-----Original Message-----\nFrom: Jane Doe\nSent: Monday\nTo: Bob\nSubject: Plan\n\nShall we?\n',
  'Outlook without a banner': 'Yes.\n\nFrom: Jane Doe\nSent: Monday\nTo: Bob\nSubject: Plan\n\nShall we?\n',
  'a line drawn across':
    'Yes.\n________________________________\nDate: Mon\nSubject: Plan\nFrom: Jane\nTo: Bob\n\nShall we?\n',
  'a forward of Notes':
    'Yes.\n---------------------- Forwarded by Bob Roe/HOU/ACME on 02/05/2001 \n10:00 AM ---------------------------\n\nShall we?\n',
  'a reply of Notes':
    'Yes.\n\n\n\n\nJane Doe@ACME\n02/05/2001 10:00 AM\nTo: Bob Roe/HOU/ACME@ACME\ncc:  \nSubject: Plan\n\nShall we?\n',
  'a reply of Notes with a date beside the name':
    'Yes.\n\n"Jane Doe" <jane@acme.com> on 02/05/2001 10:00:11 AM\nTo: <bob@acme.com>\ncc: \nSubject: Plan\n\nShall we?\n',
  'a forward of Gmail': 'Yes.\n\n---------- Forwarded message ----------\nFrom: Jane\nShall we?\n',
  'a forward of Apple': 'Yes.\n\nBegin forwarded message:\n\n> From: Jane\n> Shall we?\n',
  'a signature': 'Yes.\n-- \nBob Roe\nShall we\n',
  'a telephone': 'Yes.\n\nSent from my telephone\n',
  'a telephone above a quote':
    'Yes.\n\nSent from my telephone\n\nOn 5 Feb 2001, Jane wrote:\n\n> Shall we?\n',
  'the footer of a list':
    'Yes.\n_______________________________________________\nboard mailing list\nboard@acme.com\n',
  'the footer of a notice':
    'Yes.\n\n---\nReply to this email directly or view it online:\nhttps://acme.com/1\n',
  'an answer below': '> Shall we?\n\nYes.\n',
  'an answer below an attribution': 'On 5 Feb 2001, Jane wrote:\n> Shall we?\n\nYes.\n',
  'an answer below quoted headers': '-----Original Message-----\nFrom: Jane\n\n> Shall we?\n\nYes.\n',
}

for (const [what, text] of Object.entries(REPLIES)) {
  test(`own words are told from ${what}`, () => {
    const { own, folded } = splitOwnWords(text)
    assert.equal(own, 'Yes.')
    assert.ok(folded && folded.length > 5)
  })
}

test('what is written between quotes stays in its order', () => {
  const { own, folded } = splitOwnWords('Hi,\nOn 5 Feb Jane wrote:\n> One?\nFirst.\n> Two?\nSecond.')
  assert.equal(own, 'Hi,\n\nFirst.\n\nSecond.')
  assert.equal(folded, 'On 5 Feb Jane wrote:\n> One?\n> Two?')
})

test('a bare forward has no words of its own', () => {
  const { own, folded } = splitOwnWords(
    '-----Original Message-----\nFrom: Jane\nTo: Bob\nSubject: x\n\nLook.',
  )
  assert.equal(own, '')
  assert.match(folded ?? '', /Look\./)
})

test('what merely looks like a quote or a signature is left with its author', () => {
  for (const text of [
    'On your machine you can run:\n\n  ls\n\nThat works.',
    'TO: All\nFROM: Jane\nDATE: Monday\nSUBJECT: Memo\n\nWe move.',
    'Two words -- no more.',
    'From: what I know, it works.\nReally.',
    'As Jane wrote: it works.',
    'Sent from my desk, which is easier, is this mail.',
  ]) {
    assert.deepEqual(splitOwnWords(text), { own: text, folded: undefined })
  }
})

test('no word is lost: all that is written is either own or folded', () => {
  const line = fc.constantFrom(
    'a',
    'b.',
    '',
    '> c',
    'On 5 Feb Jane wrote:',
    '-- ',
    '-----Original Message-----',
    'From: d',
    'To: e@f',
    'cc:',
    'Subject: g',
    '02/05/2001 10:00 AM',
    '__________',
    'Sent from my h',
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), (lines) => {
      const { own, folded } = splitOwnWords(lines.join('\n'))
      const words = (text: string) =>
        text
          .split(/\s+/)
          .filter((word) => word !== '')
          .sort()
      assert.deepEqual(words(`${own}\n${folded ?? ''}`), words(lines.join('\n')))
    }),
  )
})

test('knows headers and attributions that begin with a date, or in Cyrillic', () => {
  const android = 'Hello\n02.04.2012 14:20 пользователь "bob" <\nbob@foyer.test> написал:\n\n> Hi'
  assert.equal(splitOwnWords(android).own, 'Hello')
  const windows = 'Fine.\n\nОт: Anna\nОтправлено: четверг, 26 июня 2014 г.\nКому: Piotr\n\nHow are you?'
  assert.equal(splitOwnWords(windows).own, 'Fine.')
})
