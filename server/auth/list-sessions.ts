import { sql } from 'kysely'
import type { SessionRow } from '#contract/auth'
import type { Ctx } from '#platform/ctx'
import { say } from '#platform/say'
import { deviceOf } from './device.ts'

const SESSIONS_SHOWN_MAX = 100

type Row = {
  id: string
  startedAt: Temporal.Instant
  lastSeenAt: Temporal.Instant
  expiresAt: Temporal.Instant
  userAgent: string | null
  address: string | null
}

/** Where the viewer is signed in, the last used first. */
export async function listSessions(ctx: Ctx): Promise<{ items: SessionRow[] }> {
  const found = await sql<Row>`
    select id, "createdAt" as "startedAt", "updatedAt" as "lastSeenAt", "expiresAt", "userAgent",
      "ipAddress" as address
    from auth.session where "userId" = ${ctx.viewer.personId} and "expiresAt" > ${ctx.now}
    order by "updatedAt" desc, id desc limit ${SESSIONS_SHOWN_MAX}`.execute(ctx.db)
  return {
    items: found.rows.map((row) => ({
      id: row.id,
      startedAt: row.startedAt.toString(),
      lastSeenAt: row.lastSeenAt.toString(),
      expiresAt: row.expiresAt.toString(),
      device: say(ctx.viewer.language, deviceOf(row.userAgent ?? '')),
      address: row.address,
      isThisOne: row.id === ctx.viewer.sessionId,
    })),
  }
}
