// Opens sign-in: its library, its memory of who is signed in, and its routes.
import { PersonId } from '#contract/ref'
import type { Viewer } from '#platform/ctx'
import type { Db } from '#platform/db'
import type { Route } from '#platform/gate'
import type { Job } from '#platform/jobs'
import type { News } from '#platform/journal'
import type { Log } from '#platform/log'
import type { Limits } from '#platform/rate-limits'
import { readSecret } from '#platform/secret'
import type { Settings } from '#platform/settings'
import { type LinkToSend, openEngine } from './engine.ts'
import { type FindViewer, openFindViewer } from './find-viewer.ts'
import { authJobs } from './jobs.ts'
import { linkMail, type Mail } from './link-mail.ts'
import { isOpenToOthers } from './reach.ts'
import { authRoutes } from './routes.ts'
import { openSessionCache } from './session-cache.ts'
import { findEndedSessions } from './store.ts'

export type OpenedAuth = {
  routes: Route[]
  findViewer: FindViewer
  jobs: readonly Job[]
  /** Takes news as it is told, so that who lost a role or left is asked for anew here at once. */
  hear: (news: News) => void
  /**
   * Which of these sessions are over, or are those of people who may no longer come in. Where another process ended
   * them, they are not believed here any longer either.
   */
  findEnded: (sessionIds: readonly string[]) => Promise<ReadonlySet<string>>
  /** Waits for the mails that are on their way. */
  stop: () => Promise<void>
}

type Setup = {
  db: Db
  settings: Pick<Settings, 'host' | 'baseUrl' | 'isBehindProxy'>
  sendMail: (mail: Mail) => Promise<void>
  limits: Pick<Limits, 'takeSignIn'>
  log: Log
  now: () => Temporal.Instant
  /** Ends what stays open for viewers whose session or standing changed. */
  closeStreams: (isMeant: (viewer: Viewer) => boolean) => void
}

const CHANGES_STANDING: readonly string[] = [
  'people/roles-changed',
  'people/person-deactivated',
  'people/language-chosen',
]

export async function openAuth(setup: Setup): Promise<OpenedAuth> {
  const { db, log, now, limits } = setup
  const { baseUrl } = setup.settings
  const secret = await readSecret(db, 'sign-in')
  const cache = openSessionCache(setup.closeStreams)
  const outbox = openOutbox(setup)
  const deliver = (link: LinkToSend) => outbox.post(linkMail({ ...link, baseUrl }))
  const engine = openEngine({ db, secret, baseUrl, log, now, deliver })
  return {
    routes: authRoutes({ engine, cache, limits, isOpenToOthers: isOpenToOthers(setup.settings) }),
    findViewer: openFindViewer({ db, secret, cache }),
    jobs: authJobs,
    hear: (news) => {
      const personId = PersonId.safeParse(news.facts.personId)
      if (CHANGES_STANDING.includes(news.name) && personId.success) cache.forgetPerson(personId.data)
    },
    findEnded: async (sessionIds) => {
      const ended = await findEndedSessions(db, { sessionIds, now: now() })
      for (const sessionId of ended) cache.forgetSession(sessionId)
      return ended
    },
    stop: outbox.empty,
  }
}

/** Mails go out beside the request: its time must not tell whether there was one to send. */
function openOutbox({ sendMail, log }: Pick<Setup, 'sendMail' | 'log'>) {
  const onTheirWay = new Set<Promise<void>>()
  return {
    post: (mail: Mail) => {
      const sending = sendMail(mail)
        .catch((error: unknown) => log.error({ error: String(error) }, 'a link could not be mailed'))
        .finally(() => onTheirWay.delete(sending))
      onTheirWay.add(sending)
    },
    empty: async () => {
      await Promise.all(onTheirWay)
    },
  }
}
