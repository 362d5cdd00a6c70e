// Streams by themselves: who is slow, who was signed out elsewhere, what happens at the end.
import assert from 'node:assert/strict'
import { describe, it, type TestContext } from 'node:test'
import { sql } from 'kysely'
import type { LiveEvent } from '#contract/live'
import type { PersonId } from '#contract/ref'
import { openEar } from '#testing/ear'
import { startFoyer } from '#testing/foyer'
import type { Viewer } from './ctx.ts'
import { type LiveSource, openLive } from './live.ts'
import { telling } from './live-happening.ts'
import { openListener } from './live-listener.ts'

const foyer = await startFoyer()
const ignore = () => {}
const log = { debug: ignore, info: ignore, warn: ignore, error: ignore }

const viewerOf = (name: string): Viewer => ({
  personId: `person-${name}` as PersonId,
  sessionId: `session-${name}`,
  roles: new Set(),
  timeZone: undefined,
  language: 'en',
})

/** Tells everybody on `all` what it was told, or fails as often as it is asked to. */
function echo({ failures = 0 } = {}): LiveSource {
  let left = failures
  return {
    room: 'echo',
    tell: async (_db, heard) => {
      left -= 1
      if (left >= 0) throw new Error('cannot look it up')
      return heard.map(({ happening, listening }) => ({
        topic: 'all',
        personIds: new Set(listening('all')),
        json: JSON.stringify({ what: happening.word }),
      }))
    },
  }
}

async function open(t: TestContext, given: { source?: LiveSource; ended?: Set<string> } = {}) {
  const { source = echo(), ended = new Set<string>() } = given
  const live = await openLive({
    ...{ db: foyer.db, databaseUrl: foyer.url, log, check: ignore, sources: [source] },
    findEnded: async () => ended,
  })
  t.after(live.stop)
  const say = async (word: string) => {
    await sql`select ${telling({ what: 'echo/said', word })}`.execute(foyer.db)
    live.wake()
  }
  const listen = (name: string) => {
    const body = live.listen({ viewer: viewerOf(name), topics: ['all'] })
    return openEar(new Response(body, { headers: { 'content-type': 'text/event-stream' } }))
  }
  return { live, say, listen }
}

const whats = (events: (LiveEvent | undefined)[]) => events.map((event) => event?.what as string | undefined)

describe('a stream', () => {
  it('begins with hello and brings what is told', async (t) => {
    const { say, listen } = await open(t)
    const ear = listen('one')
    await say('first')
    assert.deepEqual(whats([await ear.next(), await ear.next()]), ['hello', 'first'])
  })

  it('whose reader is too slow ends, and nobody waits for it', () => {
    let ended = 0
    const { listener, body } = openListener({ viewer: viewerOf('slow'), topics: [] }, () => {
      ended += 1
    })
    for (let count = 0; count < 300; count += 1) listener.send(new Uint8Array(1024))
    assert.equal(ended, 1)
    return assert.rejects(body.getReader().read(), /too slow/)
  })

  it('that its reader leaves is forgotten at once', async () => {
    let ended = 0
    const { body } = openListener({ viewer: viewerOf('gone'), topics: [] }, () => {
      ended += 1
    })
    await body.cancel()
    assert.equal(ended, 1)
  })

  it('ends when its session ended in another process', async (t) => {
    t.mock.timers.enable({ apis: ['setInterval'] })
    const { listen } = await open(t, { ended: new Set(['session-one']) })
    const [one, two] = [listen('one'), listen('two')]
    t.mock.timers.tick(5000)
    assert.deepEqual(whats([await one.next(), await one.next()]), ['hello', undefined])
    t.mock.timers.tick(15_000)
    assert.deepEqual(whats([await two.next()]), ['hello'])
    await two.close()
  })

  it('ends with the process, which takes no more', async (t) => {
    const { live, listen } = await open(t)
    const ear = listen('one')
    live.closeAll()
    assert.deepEqual(whats([await ear.next(), await ear.next()]), ['hello', undefined])
    assert.throws(() => listen('two'), /Too many pages/)
  })
})

describe('what cannot be looked up', () => {
  it('is tried again, and told then', async (t) => {
    const { say, listen, live } = await open(t, { source: echo({ failures: 2 }) })
    const ear = listen('one')
    await say('difficult')
    for (let tries = 0; tries < 3; tries += 1) live.wake()
    assert.deepEqual(whats([await ear.next(), await ear.next()]), ['hello', 'difficult'])
  })

  it('for good is passed over: everybody is asked to fetch anew, and hears what comes after', async (t) => {
    const { say, listen } = await open(t, { source: echo({ failures: 3 }) })
    const ear = listen('one')
    await say('impossible')
    assert.deepEqual(whats([await ear.next(), await ear.next()]), ['hello', 'hello'])
    await say('possible')
    assert.deepEqual(whats([await ear.next()]), ['possible'])
  })
})
