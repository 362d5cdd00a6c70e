import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { proofOf } from './proof.ts'

const by = (results: string[]) => proofOf(results, { trustedHost: 'mx.foyer.test', from: 'marta@foyer.test' })

describe('who a mail is from', () => {
  it('is proven by the word of the server in front', () => {
    assert.equal(by(['mx.foyer.test; dmarc=pass (p=reject) header.from=foyer.test']), 'proven')
    assert.equal(by(['mx.foyer.test 1; dkim=pass header.d=foyer.test; spf=none']), 'proven')
    assert.equal(by(['MX.foyer.test; spf=pass smtp.mailfrom=bounce@foyer.test']), 'proven')
  })

  it('is disproven by it, or by a pass of another domain', () => {
    assert.equal(by(['mx.foyer.test; dmarc=fail; dkim=pass header.d=foyer.test']), 'disproven')
    assert.equal(
      by(['mx.foyer.test; dkim=pass header.d=else.test; spf=pass smtp.mailfrom=a@else.test']),
      'disproven',
    )
    assert.equal(by(['mx.foyer.test; none']), 'disproven')
    assert.equal(by(['mx.foyer.test; dkim=fail (dkim=pass header.d=foyer.test)']), 'disproven')
  })

  it('is unknown where another server says it, whatever it says', () => {
    assert.equal(by(['mx.else.test; dmarc=pass']), 'unknown')
    assert.equal(by([]), 'unknown')
    const topmost = ['mx.foyer.test; dmarc=fail', 'mx.foyer.test; dmarc=pass']
    assert.equal(by(topmost), 'disproven')
  })
})
