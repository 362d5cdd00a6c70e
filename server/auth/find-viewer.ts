// Who is behind a request. This runs for every one of them, so mostly it answers from memory.
import type { Viewer } from '#platform/ctx'
import type { Db } from '#platform/db'
import { languageAsked } from '#platform/language'
import { SEEN_AGAIN_HOURS, SESSION_HOURS } from './lifetimes.ts'
import type { KnownViewer, SessionCache } from './session-cache.ts'
import { sessionCookieOf, tokenOf } from './session-cookie.ts'
import { findSession, renewSession } from './store.ts'

export type FindViewer = (headers: Headers, now: Temporal.Instant) => Promise<Viewer | undefined>

/** Opens the way from a cookie to the viewer; undefined for no cookie, a forged or ended one, and those who left. */
export function openFindViewer(given: { db: Db; secret: string; cache: SessionCache }): FindViewer {
  const { db, secret, cache } = given
  return async (headers, now) => {
    const cookie = sessionCookieOf(headers)
    if (cookie === undefined) return undefined
    const viewer = await cache.viewerOf(cookie, now, async () => {
      const token = tokenOf(cookie, secret)
      return token === undefined ? undefined : findByToken(db, { token, now })
    })
    const isOver = viewer?.endsAt !== undefined && Temporal.Instant.compare(now, viewer.endsAt) >= 0
    if (viewer === undefined || isOver) return undefined
    return { ...viewer, language: viewer.language ?? languageAsked(headers) }
  }
}

async function findByToken(
  db: Db,
  { token, now }: { token: string; now: Temporal.Instant },
): Promise<KnownViewer | undefined> {
  const session = await findSession(db, { token, now })
  if (session === undefined) return undefined
  const seenAgainFrom = session.lastSeenAt.add({ hours: SEEN_AGAIN_HOURS })
  if (Temporal.Instant.compare(now, seenAgainFrom) >= 0) {
    await renewSession(db, { id: session.id, seenAt: now, expiresAt: now.add({ hours: SESSION_HOURS }) })
  }
  return {
    personId: session.personId,
    sessionId: session.id,
    roles: new Set(session.roles),
    timeZone: session.timeZone ?? undefined,
    language: session.language ?? undefined,
    endsAt: session.endsAt ?? undefined,
    arrivedAt: session.arrivedAt ?? undefined,
  }
}
