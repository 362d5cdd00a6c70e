import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { whyAutomatic } from './automatic.ts'

const letter = {
  headers: new Map<string, string[]>([['subject', ['Re: Line 3']]]),
  from: 'marta@foyer.test',
  hasSender: true,
  id: '<a@mail.foyer.test>',
  domain: 'talk.test',
}
const withHeader = (name: string, value: string) =>
  whyAutomatic({ ...letter, headers: new Map([...letter.headers, [name, [value]]]) })

describe('what a person wrote', () => {
  it('is told from what machines write', () => {
    assert.equal(whyAutomatic(letter), undefined)
    assert.equal(withHeader('auto-submitted', 'no'), undefined)
    assert.equal(withHeader('precedence', 'normal'), undefined)
    assert.equal(withHeader('x-auto-response-suppress', 'DR, RN'), undefined)
    for (const [name, value] of [
      ['auto-submitted', 'auto-replied (vacation)'],
      ['precedence', 'Bulk'],
      ['precedence', 'auto_reply'],
      ['x-auto-response-suppress', 'OOF, AutoReply'],
      ['x-autoreply', 'yes'],
      ['list-id', '<all.else.test>'],
      ['content-type', 'multipart/report; report-type=delivery-status'],
      ['return-path', '<>'],
      ['x-foyer-letter', 'a'],
    ] as const)
      assert.ok(withHeader(name, value), name)
    for (const from of [
      'MAILER-DAEMON@else.test',
      'no-reply@else.test',
      'noreply+1@else.test',
      'reply@talk.test',
    ])
      assert.ok(whyAutomatic({ ...letter, from }), from)
    assert.ok(whyAutomatic({ ...letter, hasSender: false }))
    assert.ok(whyAutomatic({ ...letter, id: '<b@talk.test>' }))
  })
})
