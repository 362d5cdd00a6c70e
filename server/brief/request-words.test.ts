import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { looksAutomatic, requestStrength } from './request-words.ts'

const asking: string[] = [
  'Could you look at the purge valve plan before Friday?',
  'I need your approval for the second press.',
  'What do you think of the new shift model?',
  'Please send me the figures for Leeds.',
  'The attached draft is for your review. Thoughts would be appreciated.',
  'Let me know whether nights may drop the second check',
  'Is the travel freeze going to end in March, and may we book again?',
  'Please review the draft and let me know if you have any questions.',
  'Könnten Sie mir bis Montag Bescheid geben, ob wir bestellen dürfen?',
  'Was halten Sie von dem Vorschlag?',
  "Pourriez-vous m'envoyer le compte rendu avant jeudi ?",
  "Qu'en pensez-vous ?",
  '¿Podrías revisar el informe antes del lunes?',
  'Por favor, envíame los datos de la planta.',
]

const hardly: string[] = [
  'The label mix-up in Leeds is solved. Please let me know if you have any questions.',
  'Figures attached. If there are any concerns, feel free to call me.',
  'We shipped on time. How are you?',
  'Great work last night, and who knows, maybe we will do it again?',
  'Unten die Zahlen. Bei Fragen melden Sie sich gern.',
  "Voici les chiffres. N'hésitez pas à me contacter.",
  'Tired of slow meetings? Ready to save time? Sign up today!',
]

const never: string[] = [
  '',
  'The line ran for eight hours without a stop.',
  'The report is at https://example.org/search?q=valve&who=you',
  'He asked "could you help me?" and then left the room.',
  'Use `find(you?)` in the query.',
  '> Could you send me the plan?\n> What do you think?\n\nDone, it is in the space.',
  'Done.\n\n-----Original Message-----\nFrom: Ada\nCould you send me the plan?',
  'Thanks, agreed.\n\nOn Monday, 3 March 2003, Ada Moreau wrote:\nCould you send me the plan?',
]

describe('how strongly a text asks its reader for something', () => {
  for (const text of asking) {
    it(`is strong for: ${text}`, () => assert.ok(requestStrength(text) >= 0.7, `${requestStrength(text)}`))
  }
  for (const text of hardly) {
    it(`is weak for: ${text}`, () => assert.ok(requestStrength(text) <= 0.3, `${requestStrength(text)}`))
  }
  for (const text of never) {
    it(`is nothing for: ${JSON.stringify(text)}`, () => assert.equal(requestStrength(text), 0))
  }

  it('sees an ask that a mail client broke over two lines', () => {
    assert.ok(requestStrength('The draft is attached and final. Could\nyou sign it?') >= 0.8)
  })

  it('counts for half in what is sent for information', () => {
    const ask = 'Could you look at this?'
    assert.equal(requestStrength(`FYI. ${ask}`), requestStrength(ask) / 2)
  })

  it('shrinks in a long text, and nearly vanishes in what a machine sent', () => {
    const ask = 'Could you join us?'
    const prose = 'The line ran without a stop and nobody had to wait. '.repeat(120)
    assert.ok(requestStrength(prose + ask) < requestStrength(ask) / 1.5)
    assert.ok(requestStrength(`${ask} Do not reply to this message.`) <= 0.1)
  })

  it('stays between 0 and 1 whatever it is given', () => {
    const piece = fc.constantFrom(
      'could you',
      '?',
      '\n',
      '\n\n',
      '> ',
      'let me know',
      '"',
      '`',
      'call',
      ' ',
      'a',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        const strength = requestStrength(pieces.join(' '))
        assert.ok(strength >= 0 && strength <= 1)
      }),
    )
  })

  it('takes hostile text in its stride', () => {
    const hostile = [
      '"',
      '“',
      '`',
      '?',
      'let me ',
      'call ',
      'with any ',
      'on a wrote ',
      '\n-',
      'request to meet ',
    ]
    for (const piece of hostile) assert.ok(requestStrength(piece.repeat(20_000)) <= 1)
  })
})

describe('what looks automatic', () => {
  type Mail = Parameters<typeof looksAutomatic>[0]
  const mail = (changes: Partial<Mail>): Mail => ({
    subject: 'The purge valve',
    body: 'Hello Ingrid, could you look at the valve with us on Thursday?',
    from: 'Tomasz Okafor <tomasz@foyer.example>',
    ...changes,
  })
  const automatic: [string, Partial<Mail>][] = [
    ['a sender who takes no replies', { from: 'Billing <no-reply@shop.example>' }],
    ['a newsletter by its sender', { from: 'newsletter@trade.example' }],
    ['the mail system', { subject: 'Undeliverable: The purge valve', from: 'postmaster@foyer.example' }],
    ['an out-of-office subject', { subject: 'Out of Office: The purge valve' }],
    [
      'an out-of-office note',
      { body: 'I am out of the office until Monday. For urgent matters contact Ben.' },
    ],
    ['one in German', { body: 'Ich bin derzeit nicht im Büro und lese Mails am Montag.' }],
    ['one in French', { body: 'Je suis actuellement absente jusqu’à lundi.' }],
    ['one in Spanish', { subject: 'Respuesta automática: la válvula' }],
    ["a calendar's reply", { subject: 'Accepted: Line review' }],
    ['a calendar entry', { body: 'CALENDAR ENTRY:\tINVITATION\n\nDescription:\n\tLine review' }],
    [
      'an invitation with a line each for when and where',
      { body: 'When: Thursday, May 03, 2001 10:00 AM-11:00 AM.\nWhere: Room 5\n\nLine review' },
    ],
    ['an invitation in Spanish', { body: 'Cuándo: jueves 3 de mayo\nDónde: sala 5' }],
    ['a news digest', { subject: 'Daily energy news' }],
    ['an offer with a way out', { body: 'Special offer for you. Click here. To unsubscribe, write to us.' }],
    [
      'a table of figures',
      { body: Array.from({ length: 30 }, (_, hour) => `hour ${hour}: ${hour * 731} awarded 0`).join('\n') },
    ],
  ]
  for (const [name, changes] of automatic) {
    it(`includes ${name}`, () => assert.equal(looksAutomatic(mail(changes)), 1))
  }

  const personal: [string, Partial<Mail>][] = [
    ['a colleague who asks', {}],
    [
      'a colleague who will be away and says so',
      { body: 'I will be out of the office on Friday. Shall we meet on Monday?' },
    ],
    [
      'a weekly report that somebody wrote',
      { subject: 'Weekly report', body: 'We had a good week. Two issues for you.' },
    ],
    [
      'a colleague who asks when and where',
      { body: 'When: any day you like.\nShall we say Thursday? Tell me where.' },
    ],
    [
      'a newsletter passed on with words',
      { body: 'Worth reading.\n\n-----Original Message-----\nUnsubscribe. Click here.' },
    ],
    ['somebody with nothing known but the words', { subject: undefined, from: undefined }],
    ['an empty mail', { subject: undefined, body: '', from: undefined }],
  ]
  for (const [name, changes] of personal) {
    it(`leaves out ${name}`, () => assert.equal(looksAutomatic(mail(changes)), 0))
  }
})
