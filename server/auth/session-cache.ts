// Who is behind a cookie, remembered for a few seconds so that a request need not ask the database.
import type { Language } from '#contract/language'
import type { PersonId } from '#contract/ref'
import type { Viewer } from '#platform/ctx'

const SESSIONS_MAX = 10_000
/** How long another process may go on believing a session that was ended here. */
const BELIEVED_MS_MAX = 5000

/** A viewer before their request is looked at: the language is the one that they chose. */
export type KnownViewer = Omit<Viewer, 'language'> & { language: Language | undefined }

type Kept = { viewer: KnownViewer; foundAtMs: number }

export type SessionCache = {
  /** The viewer behind a cookie: the one remembered, or the one that `find` finds. */
  viewerOf: (
    cookie: string,
    now: Temporal.Instant,
    find: () => Promise<KnownViewer | undefined>,
  ) => Promise<KnownViewer | undefined>
  forgetSession: (sessionId: string) => void
  forgetPerson: (personId: PersonId) => void
  forgetEverybody: () => void
}

/** @param onForget hears of whoever is forgotten, which is when they lost their session or their standing */
export function openSessionCache(
  onForget: (isMeant: (viewer: Pick<Viewer, 'personId' | 'sessionId'>) => boolean) => void = () => {},
): SessionCache {
  const kept = new Map<string, Kept>()
  let forgotten = 0
  const forget = (isMeant: (viewer: Pick<Viewer, 'personId' | 'sessionId'>) => boolean) => {
    forgotten += 1
    for (const [cookie, { viewer }] of kept) if (isMeant(viewer)) kept.delete(cookie)
    onForget(isMeant)
  }
  return {
    viewerOf: async (cookie, now, find) => {
      const known = kept.get(cookie)
      const ageMs = now.epochMilliseconds - (known?.foundAtMs ?? 0)
      if (known !== undefined && ageMs >= 0 && ageMs < BELIEVED_MS_MAX) return known.viewer
      kept.delete(cookie)
      const forgottenBefore = forgotten
      const viewer = await find()
      // What was read before something was forgotten may be the very thing to forget.
      if (viewer === undefined || forgotten !== forgottenBefore) return viewer
      const [oldest] = kept.keys()
      if (kept.size >= SESSIONS_MAX && oldest !== undefined) kept.delete(oldest)
      kept.set(cookie, { viewer, foundAtMs: now.epochMilliseconds })
      return viewer
    },
    forgetSession: (sessionId) => forget((viewer) => viewer.sessionId === sessionId),
    forgetPerson: (personId) => forget((viewer) => viewer.personId === personId),
    forgetEverybody: () => forget(() => true),
  }
}
