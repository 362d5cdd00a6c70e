import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { lastComplaint, troubleFrom } from './postgres-trouble.ts'

const sentenceFor = (said: string) => troubleFrom({ said, where: '/data', otherwise: 'It failed.' }).message

describe('a trouble with PostgreSQL', () => {
  it('names a full disk, whoever found it', () => {
    for (const said of [
      'initdb: error: could not write: No space left on device',
      'HINT:  Check free disk space.',
      'Error: database or disk is full',
      "ENOSPC: no space left on device, mkdir '/data'",
    ]) {
      assert.match(sentenceFor(said), /The disk that holds \/data is full/)
    }
  })

  it('names missing rights, a read-only disk, missing memory and an account without a name', () => {
    assert.match(sentenceFor("EACCES: permission denied, open '/data/x'"), /may not write to \/data/)
    assert.match(sentenceFor("EROFS: read-only file system, mkdir '/data'"), /read-only disk/)
    assert.match(
      sentenceFor('FATAL:  could not map anonymous shared memory: Cannot allocate memory'),
      /not enough memory/,
    )
    assert.match(
      sentenceFor('initdb: error: could not look up effective user ID 7: user does not exist'),
      /a name/,
    )
  })

  it('falls back to what the caller says', () => {
    assert.equal(sentenceFor('something unheard of'), 'It failed.')
  })

  it('finds the last complaint among other lines and cuts off the stamps', () => {
    const said =
      '2026-01-01 [1] LOG:  starting\n2026-01-01 [1] FATAL:  no good\n2026-01-01 [1] LOG:  shut down\n'
    assert.equal(lastComplaint(said), 'FATAL:  no good')
    assert.equal(lastComplaint('just this\n'), 'just this')
    assert.equal(lastComplaint(''), 'it said nothing')
  })
})
