import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reply } from '#contract/said'
import { standingsOf } from './threading.ts'

const reply = (id: string, answersId: string | null = null, body = '') => ({ id, answersId, body }) as Reply

test('a reply to a reply is set in once, however deep it goes', () => {
  const standings = standingsOf([{ replies: [reply('1'), reply('2', '1'), reply('3', '2')] }])
  assert.deepEqual(
    standings.map(({ isSetIn, answers }) => [isSetIn, answers?.id]),
    [
      [false, undefined],
      [true, '1'],
      [true, '2'],
    ],
  )
})

test('what a reply answers may stand on a page that is not there', () => {
  const [standing] = standingsOf([{ replies: [reply('2', '1')] }])
  assert.deepEqual([standing?.isSetIn, standing?.answers], [true, undefined])
})

test('a reply on two pages stands once, as it was last told', () => {
  const standings = standingsOf([{ replies: [reply('1')] }, { replies: [reply('1', null, 'edited')] }])
  assert.deepEqual(
    standings.map((standing) => standing.reply.body),
    ['edited'],
  )
})
