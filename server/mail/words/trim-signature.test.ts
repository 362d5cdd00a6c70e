import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { trimSignature } from './trim-signature.ts'

describe('the end of a reply', () => {
  it('loses closing, name and how to reach its author', () => {
    const below = 'Best regards,\nMarta Wójcik\nPlant manager\n+48 58 000 00 00\nmarta@foyer.test'
    assert.equal(trimSignature(`Yes, stop it.\n\n${below}`, 'Marta Wójcik'), 'Yes, stop it.')
    assert.equal(trimSignature('Yes, stop it.\n\nThanks\nMarta', 'Marta Wójcik'), 'Yes, stop it.')
    assert.equal(trimSignature('Ja, anhalten.\n\nViele Grüße\nMarta', 'Marta Wójcik'), 'Ja, anhalten.')
    assert.equal(trimSignature('Yes.\n\n— MARTA', 'Marta Wójcik'), 'Yes.')
  })

  it('loses a block of contacts also where the name is another one', () => {
    const below = 'M. W.\nmarta@foyer.test\nwww.foyer.test\n+48 58 000 00 00'
    assert.equal(trimSignature(`Yes.\n\n${below}`, undefined), 'Yes.')
  })

  it('is as long as it has lines with words on them', () => {
    const below = ['----', 'LOGO', 'Marta W.', 'tel. 58 000 00 00', 'fax 58 000 00 01', 'marta@foyer.test']
    const lines = [...below, 'www.foyer.test', 'www.foyer.test/plant', 'skype: marta']
    assert.equal(trimSignature(`Yes.\n\n${lines.join('\n\n')}`, undefined), 'Yes.')
  })

  it('loses a name below a closing, whosever it is', () => {
    for (const below of ['Thanks,\nAnna', 'Best regards,\n\nJan Maria Kowal', 'Danke!\nAnna'])
      assert.equal(trimSignature(`Yes.\n\n${below}`, 'Marta Wójcik'), 'Yes.')
  })

  it('keeps what may be meant', () => {
    for (const words of [
      'Which one?\n\n-New York',
      'Thanks,\nbut no.',
      'It says:\n\n— Marie Curie',
      'I am coming.\n\nThanks\nAnna knows the way.',
      'Ask her:\n\nmarta@foyer.test',
      'Marta',
      'Thanks\nMarta',
      'Who did it?\n\nMarta and I did it together yesterday.',
      'One.\n\nMarta\n\nShe knows more about this than I do.',
      'The line:\n\n+48 58 000 00 00',
    ])
      assert.equal(trimSignature(words, 'Marta Wójcik'), words)
  })

  it('is all that is ever lost, and never everything', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Marta', '', 'Thanks,', 'a@b.test', 'A line of words.')),
        (lines) => {
          const own = lines.join('\n')
          const kept = trimSignature(own, 'Marta Wójcik')
          assert.ok(own.startsWith(kept))
          assert.equal(kept.trim() === '', own.trim() === '')
        },
      ),
    )
  })
})
