import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PersonId } from '#contract/ref'
import type { Viewer } from '#platform/ctx'
import { openSessionCache } from './session-cache.ts'

const NOW = Temporal.Instant.from('2026-03-02T08:00:00Z')

function viewer(personId: string, sessionId: string): Viewer {
  return { personId: personId as PersonId, sessionId, roles: new Set(), timeZone: undefined, language: 'en' }
}

/** A cache, and how often it asked. */
function watched() {
  const cache = openSessionCache()
  let asked = 0
  const ask = (cookie: string, found: Viewer | undefined, now = NOW) =>
    cache.viewerOf(cookie, now, async () => {
      asked += 1
      return found
    })
  return { cache, ask, asked: () => asked }
}

test('a viewer is remembered for five seconds and asked for again after', async () => {
  const { ask, asked } = watched()
  const ada = viewer('ada', 'one')
  await ask('cookie', ada)
  assert.equal(await ask('cookie', undefined, NOW.add({ milliseconds: 4999 })), ada)
  assert.equal(asked(), 1)
  assert.equal(await ask('cookie', undefined, NOW.add({ seconds: 5 })), undefined)
  assert.equal(asked(), 2)
})

test('a clock that goes back makes nobody remembered longer', async () => {
  const { ask, asked } = watched()
  await ask('cookie', viewer('ada', 'one'))
  await ask('cookie', undefined, NOW.subtract({ hours: 1 }))
  assert.equal(asked(), 2)
})

test('a forgotten session is asked for at once, and others are not', async () => {
  const { cache, ask } = watched()
  await ask('a', viewer('ada', 'one'))
  await ask('b', viewer('ada', 'two'))
  cache.forgetSession('one')
  assert.equal(await ask('a', undefined), undefined)
  assert.notEqual(await ask('b', undefined), undefined)
})

test('all sessions of a forgotten person are asked for at once', async () => {
  const { cache, ask } = watched()
  await ask('a', viewer('ada', 'one'))
  await ask('b', viewer('ada', 'two'))
  await ask('c', viewer('bob', 'three'))
  cache.forgetPerson('ada' as PersonId)
  assert.equal(await ask('a', undefined), undefined)
  assert.equal(await ask('b', undefined), undefined)
  assert.notEqual(await ask('c', undefined), undefined)
})

test('what was being read while something was forgotten is not remembered', async () => {
  const cache = openSessionCache()
  const reading = Promise.withResolvers<Viewer>()
  const first = cache.viewerOf('a', NOW, () => reading.promise)
  cache.forgetSession('one')
  reading.resolve(viewer('ada', 'one'))
  await first
  assert.equal(await cache.viewerOf('a', NOW, async () => undefined), undefined)
})

test('ten thousand sessions are remembered, and the one longest there gives way', async () => {
  const { ask, asked } = watched()
  for (let number = 0; number <= 10_000; number += 1) await ask(`c${number}`, viewer('ada', `s${number}`))
  const before = asked()
  await ask('c10000', undefined)
  await ask('c1', undefined)
  assert.equal(asked(), before)
  await ask('c0', undefined)
  assert.equal(asked(), before + 1)
})
