import assert from 'node:assert/strict'
import { it } from 'node:test'
import { type Act, waitingId } from '#browser/offline/acts'
import { postsWaiting, reactionsWaiting, repliesWaiting } from './waiting-acts.ts'

const act = (id: string, name: string, input: Act['input']) => ({ id, name, input }) as Act
const acts = [
  act('post', 'writePost', { spaceId: 'space' }),
  act('later', 'writePost', { spaceId: 'space' }),
  act('one', 'writeReply', { postId: 'thread' }),
  act('own', 'writeReply', { postId: waitingId('post') }),
  act('agree', 'react', { saidId: waitingId('one'), kind: 'agree' }),
  act('other', 'react', { saidId: 'one', kind: 'thank' }),
]
const idsOf = (given: Act[]) => given.map(({ id }) => id)

it('what waits stands where it will be: in its space, its thread, or under a post that waits itself', () => {
  assert.deepEqual(idsOf(postsWaiting(acts, 'space')), ['later', 'post'])
  assert.deepEqual(idsOf(repliesWaiting(acts, 'thread')), ['one'])
  assert.deepEqual(idsOf(repliesWaiting(acts, waitingId('post'))), ['own'])
})

it('what waits shows the reactions that wait for it', () => {
  assert.deepEqual(reactionsWaiting(acts, 'one'), [{ kind: 'agree', count: 1, isYours: true }])
  assert.deepEqual(reactionsWaiting(acts, 'post'), [])
})
