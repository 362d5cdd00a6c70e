// For whoever runs this network: is it alive, is it ready, and how is it doing.

import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context, Hono } from 'hono'
import { sql } from 'kysely'
import type { Db } from './db.ts'
import type { GateEnv } from './gate.ts'
import type { Metrics } from './metrics.ts'

const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

type Health = {
  db: Db
  metrics: Metrics
  /** Who brings it may read `/metrics` from anywhere; without one it is for this machine alone. */
  token: string | undefined
  /** Behind a proxy on this machine everybody seems to be here, so only the token counts. */
  isBehindProxy: boolean
}

/** Adds `/healthz` (the process answers), `/readyz` (the database answers too) and `/metrics`. */
export function addHealth(app: Hono<GateEnv>, health: Health): void {
  const { db, metrics } = health
  app.get('/healthz', (context) => context.json({ status: 'ok' }))
  app.get('/readyz', async (context) => {
    try {
      await sql`select 1`.execute(db)
      return context.json({ status: 'ready' })
    } catch {
      return context.json({ status: 'database away' }, 503)
    }
  })
  app.get('/metrics', async (context) => {
    if (!mayRead(context, health)) return context.json({ status: 'not allowed' }, 403)
    return context.text(await metrics.text(), 200, { 'content-type': 'text/plain; version=0.0.4' })
  })
}

function mayRead(context: Context, { token, isBehindProxy }: Health): boolean {
  if (token !== undefined) return context.req.header('authorization') === `Bearer ${token}`
  if (isBehindProxy) return false
  try {
    return LOOPBACK.has(getConnInfo(context).remote.address ?? '')
  } catch {
    return false
  }
}
