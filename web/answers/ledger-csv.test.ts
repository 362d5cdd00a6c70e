import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PostId } from '#contract/ref'
import { ledgerCsv } from './ledger-csv.ts'

const none = { count: 0, rows: [], rest: null }

test('rows add up in a spreadsheet, and no question is taken for a formula', () => {
  const postId = 'a' as PostId
  const confirmed = {
    count: 9,
    rows: [{ postId, line: '=1+1, "really"?', day: '2026-03-02', count: 6 }],
    rest: { questionCount: 2, count: 3 },
  }
  assert.equal(
    ledgerCsv({ figures: { answers: none, askers: none, confirmed, unconfirmed: none } }),
    [
      'figure,question,address,answered_on,count',
      'confirmed,"\'=1+1, ""really""?",/threads/a,2026-03-02,6',
      'confirmed,,,,3',
      '',
    ].join('\r\n'),
  )
})
