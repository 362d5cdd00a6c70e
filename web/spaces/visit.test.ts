import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { PersonId, ReplyId } from '#contract/ref'
import type { Reply, Thread } from '#contract/said'
import { newWords } from './post-words.ts'
import { isLaterThan, isNewReply, visitOf } from './visit.ts'

const firstNewId = 'r1' as ReplyId
const thread = (postAt: string, seenAt: string | null) =>
  ({ post: { at: postAt }, seenAt, firstNewId, newCount: 3 }) as Thread
const reply = (at: string, author = 'somebody') =>
  ({ at, author: { id: author }, isDeleted: false }) as unknown as Reply
const me = 'me' as PersonId

it('compares instants, whichever way their zone is written', () => {
  assert.equal(isLaterThan('2026-03-02T09:00:01+00:00', '2026-03-02T09:00:00Z'), true)
  assert.equal(isLaterThan('2026-03-02T10:00:00+01:00', '2026-03-02T09:00:00Z'), false)
})

it('begins a visit with what was new then', () => {
  const seenAt = '2026-03-02T09:00:00Z'
  assert.deepEqual(visitOf(thread('2026-03-01T09:00:00Z', seenAt)), { seenAt, firstNewId, newCount: 3 })
})

it('divides no thread that is new as a whole, or in which nothing counts as new', () => {
  const nothing = { seenAt: null, firstNewId: null, newCount: 0 }
  assert.deepEqual(visitOf(thread('2026-03-03T09:00:00Z', '2026-03-02T09:00:00Z')), nothing)
  assert.deepEqual(visitOf(thread('2026-03-03T09:00:00Z', null)), nothing)
})

it('marks replies of others since then, and no trace', () => {
  const visit = visitOf(thread('2026-03-01T09:00:00Z', '2026-03-02T09:00:00Z'))
  assert.equal(isNewReply(reply('2026-03-02T09:01:00Z'), visit, me), true)
  assert.equal(isNewReply(reply('2026-03-02T08:59:00Z'), visit, me), false)
  assert.equal(isNewReply(reply('2026-03-02T09:01:00Z', 'me'), visit, me), false)
  assert.equal(isNewReply({ ...reply('2026-03-02T09:01:00Z'), isDeleted: true }, visit, me), false)
})

it('says how much is new, as far as it was counted', () => {
  assert.equal(newWords({ isNew: true, newCount: 4 }), 'New')
  assert.equal(newWords({ isNew: false, newCount: 4 }), '4 new')
  assert.equal(newWords({ isNew: false, newCount: 100 }), '99+ new')
  assert.equal(newWords({ isNew: false, newCount: 0 }), undefined)
})
