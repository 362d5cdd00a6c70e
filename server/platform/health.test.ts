import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Hono } from 'hono'
import { openDb, openPool } from './db.ts'
import type { GateEnv } from './gate.ts'
import { addHealth } from './health.ts'
import { openMetrics } from './metrics.ts'

const nowhere = openDb(openPool({ url: 'postgres://127.0.0.1:1/none', connections: 2 }))

function open(more: { token?: string; isBehindProxy?: boolean } = {}) {
  const metrics = openMetrics()
  metrics.observe({ label: 'spaces/get-feed', status: 200, seconds: 0.02 })
  const app = new Hono<GateEnv>()
  addHealth(app, { db: nowhere, metrics, token: more.token, isBehindProxy: more.isBehindProxy ?? false })
  return app
}

/** Asks as the network address given, as the Node server would hand it over. */
function ask(app: Hono<GateEnv>, path: string, { from, token }: { from?: string; token?: string } = {}) {
  const headers: Record<string, string> = token === undefined ? {} : { authorization: `Bearer ${token}` }
  const env =
    from === undefined ? {} : { incoming: { socket: { remoteAddress: from, remoteFamily: 'IPv4' } } }
  return app.request(`http://foyer.test${path}`, { headers }, env)
}

describe('health', () => {
  it('says that the process lives, also while its database is away', async () => {
    assert.equal((await ask(open(), '/healthz')).status, 200)
    const ready = await ask(open(), '/readyz')
    assert.deepEqual([ready.status, await ready.json()], [503, { status: 'database away' }])
  })
})

describe('metrics', () => {
  it('are read on this machine, and count requests by endpoint and status', async () => {
    for (const from of ['127.0.0.1', '::1', '::ffff:127.0.0.1']) {
      const answer = await ask(open(), '/metrics', { from })
      assert.match(
        await answer.text(),
        /foyer_request_seconds_count\{endpoint="spaces\/get-feed",status="200"\} 1/,
      )
    }
  })

  it('are read from nowhere else', async () => {
    for (const from of ['10.0.0.7', '203.0.113.9', '::ffff:10.0.0.7', undefined]) {
      assert.equal((await ask(open(), '/metrics', from === undefined ? {} : { from })).status, 403)
    }
  })

  it('are not read on this machine when a proxy there makes everybody seem to be', async () => {
    const app = open({ isBehindProxy: true })
    assert.equal((await ask(app, '/metrics', { from: '127.0.0.1' })).status, 403)
  })

  it('are read from anywhere with the token, and with no other', async () => {
    const app = open({ token: 'open sesame', isBehindProxy: true })
    assert.equal((await ask(app, '/metrics', { from: '10.0.0.7', token: 'open sesame' })).status, 200)
    assert.equal((await ask(app, '/metrics', { from: '127.0.0.1', token: 'open' })).status, 403)
    assert.equal((await ask(app, '/metrics', { from: '127.0.0.1' })).status, 403)
  })
})
