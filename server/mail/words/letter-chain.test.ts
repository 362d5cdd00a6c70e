import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { letterChain } from './letter-chain.ts'

const marta = { name: 'Marta Wójcik', address: 'marta@foyer.test' }

/** What a chain says below the sender's own words: who, and what. */
function below(text: string): (string | undefined)[][] {
  return letterChain(text, marta)
    .slice(1)
    .map(({ name, address, words }) => [name, address, words])
}

const FORWARDS: Record<string, string> = {
  'Gmail in English': `---------- Forwarded message ---------
From: Jan Kowal <jan@partner.test>
Date: Mon, Mar 2, 2026 at 9:00 AM
Subject: Noise
To: Marta Wójcik <marta@foyer.test>

How loud is line 3?

Jan Kowal
+48 58 000 00 00
jan@partner.test`,
  'Outlook in English': `________________________________
From: Jan Kowal <jan@partner.test>
Sent: Monday, March 2, 2026 9:00 AM
To: Marta Wójcik <marta@foyer.test>
Subject: Noise

How loud is line 3?

This e-mail and any attachments are confidential and intended only for the person to whom it is addressed.`,
  'Apple Mail in English': `Begin forwarded message:

> From: Jan Kowal <jan@partner.test>
> Subject: Noise
> Date: 2 March 2026 at 09:00:00 CET
> To: Marta Wójcik <marta@foyer.test>
> 
> How loud is line 3?`,
  'Outlook in German': `Von: Jan Kowal <jan@partner.test>
Gesendet: Montag, 2. März 2026 09:00
An: Marta Wójcik <marta@foyer.test>
Betreff: Lärm

How loud is line 3?

Mit freundlichen Grüßen
Jan Kowal`,
  'Thunderbird in German': `-------- Weitergeleitete Nachricht --------
Betreff: Lärm
Datum: Mon, 2 Mar 2026 09:00:00 +0100
Von: Jan Kowal <jan@partner.test>
An: Marta Wójcik <marta@foyer.test>

How loud is line 3?`,
  'Thunderbird in French': `-------- Message transféré --------
Sujet : Bruit
Date : Mon, 2 Mar 2026 09:00:00 +0100
De : Jan Kowal <jan@partner.test>
Pour : Marta Wójcik <marta@foyer.test>

How loud is line 3?`,
  'Outlook in French': `De : Jan Kowal <jan@partner.test>
Envoyé : lundi 2 mars 2026 09:00
À : Marta Wójcik <marta@foyer.test>
Objet : Bruit

How loud is line 3?

Cordialement,
Jan Kowal`,
  'Outlook in Spanish': `De: Jan Kowal <jan@partner.test>
Enviado el: lunes, 2 de marzo de 2026 9:00
Para: Marta Wójcik <marta@foyer.test>
Asunto: Ruido

How loud is line 3?`,
  'Apple Mail in Spanish': `Inicio del mensaje reenviado:

De: Jan Kowal <jan@partner.test>
Fecha: 2 de marzo de 2026, 9:00:00 CET
Para: Marta Wójcik <marta@foyer.test>
Asunto: Ruido

How loud is line 3?`,
  'Thunderbird in Japanese': `-------- 転送メッセージ --------
件名: 騒音
日付: Mon, 2 Mar 2026 09:00:00 +0900
差出人: Jan Kowal <jan@partner.test>
宛先: Marta Wójcik <marta@foyer.test>

How loud is line 3?`,
  'Outlook in Japanese': `差出人: Jan Kowal <jan@partner.test>
送信日時: 2026年3月2日 9:00
宛先: Marta Wójcik <marta@foyer.test>
件名: 騒音

How loud is line 3?`,
}

for (const [program, forward] of Object.entries(FORWARDS)) {
  test(`a forward by ${program} is the letter that it holds`, () => {
    for (const above of ['', 'For all of us.\n\n']) {
      const text = above + forward
      assert.deepEqual(below(text), [['Jan Kowal', 'jan@partner.test', 'How loud is line 3?']])
      assert.equal(letterChain(text, marta)[0].words, above.trim())
    }
  })
}

const ATTRIBUTIONS = [
  'On Mon, Mar 2, 2026 at 9:00 AM Jan Kowal <jan@partner.test> wrote:',
  'On Mon, 2 Mar 2026 at 09:00, Jan Kowal <jan@partner.test> wrote:',
  'Am Mo., 2. März 2026 um 09:00 Uhr schrieb Jan Kowal <jan@partner.test>:',
  'Le lun. 2 mars 2026 à 09:00, Jan Kowal <jan@partner.test> a écrit :',
  'El lun, 2 mar 2026 a las 9:00, Jan Kowal (<jan@partner.test>) escribió:',
  '2026年3月2日(月) 9:00 Jan Kowal <jan@partner.test>:',
]

for (const attribution of ATTRIBUTIONS) {
  test(`who is quoted below “${attribution}” is known`, () => {
    const text = `Loud.\n\n${attribution}\n\n> How loud is line 3?\n`
    assert.deepEqual(below(text), [['Jan Kowal', 'jan@partner.test', 'How loud is line 3?']])
  })
}

const QUOTES: Record<string, string> = {
  'headers that are marked themselves':
    'Loud.\n\n> Subject: Noise\n> From: Jan Kowal <jan@partner.test>\n> To: marta@foyer.test\n> Date: Mon, 2 Mar 2026\n>\n> How loud is line 3?\n',
  'an attribution that is marked itself':
    'Loud.\n> On 2 Mar 2026, at 09:00, Jan Kowal <jan@partner.test> wrote:\n>\n> How loud is line 3?\n',
  'headers without a blank line below them':
    'Loud.\n\nFrom: Jan Kowal <jan@partner.test>\nDate: 2 March 2026\nTo: Marta\nSubject: Noise\nHow loud is line 3?',
  'headers whose subject goes on in a second line':
    'Loud.\n\nFrom: Jan Kowal <jan@partner.test>\nSent: Monday\nTo: Marta\nSubject: RE: What everybody in the hall says of the noise of our\nline 3\n\nHow loud is line 3?',
  'headers of one who writes for another':
    'Loud.\n\nFrom: Jan Kowal [mailto:jan@partner.test] On Behalf Of sales@partner.test\nSent: Monday\nTo: Marta\nSubject: Noise\n\nHow loud is line 3?',
  'an attribution in Cyrillic':
    'Loud.\n\n02.03.2026 09:00 от Jan Kowal <jan@partner.test>:\n\n> How loud is line 3?',
  'a closing and a name that is another one':
    'Loud.\n\nOn 2 Mar 2026, at 09:00, Jan Kowal <jan@partner.test> wrote:\n> How loud is line 3?\n>\n> Thanks,\n>\n> Janek',
  'what a program says below its notices':
    'Loud.\n\nOn 2 Mar 2026, at 09:00, Jan Kowal <jan@partner.test> wrote:\n> How loud is line 3?\n>\n> —\n> You are receiving this because you are subscribed.\n> Reply to this email directly',
  'what a program says without a line above it':
    'Loud.\n\nOn 2 Mar 2026, at 09:00, Jan Kowal <jan@partner.test> wrote:\n> How loud is line 3?\n>\n> Reply to this email directly or view it online.',
}

for (const [what, text] of Object.entries(QUOTES)) {
  test(`a letter is its words and its author’s, below ${what}`, () => {
    assert.equal(letterChain(text, marta)[0].words, 'Loud.')
    assert.deepEqual(below(text), [['Jan Kowal', 'jan@partner.test', 'How loud is line 3?']])
  })
}

test('who quotes first and answers below is not who is quoted', () => {
  const text =
    'FYI\n\n> On 2 Mar 2026, at 09:00, Jan Kowal wrote:\n>> How loud is line 3?\n>\n> 82 decibels, so wear protection.'
  assert.deepEqual(below(text), [
    [undefined, undefined, '82 decibels, so wear protection.'],
    ['Jan Kowal', undefined, 'How loud is line 3?'],
  ])
})

test('the letters of a thread are told apart, the latest first', () => {
  const text = `FYI

---------- Forwarded message ---------
From: Marta Wójcik <marta@foyer.test>
Date: Mon, Mar 2, 2026 at 11:00 AM
Subject: Re: Noise
To: Jan Kowal <jan@partner.test>

82 decibels, so wear protection.

Best regards,
Marta

On Mon, Mar 2, 2026 at 10:00 AM Piotr Nowak <piotr@partner.test> wrote:
> I wonder too.
>
> On Mon, Mar 2, 2026 at 9:00 AM Jan Kowal <jan@partner.test> wrote:
>> How loud is line 3?
>> --${' '}
>> Jan Kowal, Buyer
`
  assert.deepEqual(below(text), [
    ['Marta Wójcik', 'marta@foyer.test', '82 decibels, so wear protection.'],
    ['Piotr Nowak', 'piotr@partner.test', 'I wonder too.'],
    ['Jan Kowal', 'jan@partner.test', 'How loud is line 3?'],
  ])
})

const sentence = fc.array(fc.constantFrom('line', 'three', 'is', 'loud', 'at', 'night'), {
  minLength: 3,
  maxLength: 9,
})

test("no forward takes a word of its sender's own, and whatever is forwarded is told apart in the end", () => {
  fc.assert(
    fc.property(
      fc.array(sentence, { minLength: 1, maxLength: 6 }),
      fc.constantFrom(...Object.values(FORWARDS)),
      (paragraphs, forward) => {
        const own = paragraphs.map((words) => `${words.join(' ')}.`).join('\n\n')
        assert.equal(letterChain(`${own}\n\n${forward}`, marta)[0].words, own)
      },
    ),
  )
  const line = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.constantFrom(
      ...Object.values(FORWARDS),
      ...ATTRIBUTIONS,
      '> quoted',
      '>> deeper',
      '-- ',
      '',
      '________________',
    ),
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
      assert.ok(letterChain(lines.join('\n'), marta).length <= 31)
    }),
  )
})
