// All rooms wired on one page, read top to bottom.
import type { Hono } from 'hono'
import type pg from 'pg'
import { LiveEvent, live as liveContract } from '#contract/live'
import type { FetchPage } from '#outside/fetch'
import type { FileStore } from '#outside/files'
import type { SendMail } from '#outside/mail'
import type { SendPush } from '#outside/push'
import { type Db, openDb, openPool } from '#platform/db'
import { platformJobs } from '#platform/forgetting-jobs'
import { buildGate, type GateEnv, type Route } from '#platform/gate'
import { addHealth } from '#platform/health'
import { type Job, type Jobs, startJobs } from '#platform/jobs'
import { type Enqueue, type Listener, type News, tell } from '#platform/journal'
import { openLive } from '#platform/live'
import { peopleTold } from '#platform/live-people'
import { onStream } from '#platform/live-route'
import type { Log } from '#platform/log'
import { openMetrics } from '#platform/metrics'
import { addOneClick } from '#platform/one-click'
import { addPage } from '#platform/page'
import { openLimits } from '#platform/rate-limits'
import type { Settings } from '#platform/settings'
import {
  answersCards,
  answersJobs,
  answersListeners,
  answersLive,
  answersOwnData,
  answersRoutes,
  draftLinkActs,
  hoursLive,
  hoursRoutes,
  keepDraftWith,
  ledgerRoutes,
  withWaiting,
} from '#rooms/answers'
import { addApiDocument } from '#rooms/api'
import { authOwnData, openAuth } from '#rooms/auth'
import {
  answerTimes,
  briefJobs,
  briefLinkActs,
  briefListeners,
  briefMailActs,
  briefOwnData,
  briefRoutes,
  delegateJobs,
  delegateListeners,
} from '#rooms/brief'
import { guestsJobs, guestsLinkActs, guestsListeners, guestsRoutes, openLook } from '#rooms/guests'
import { importJobs, importListeners, importRoutes, openUploadShelf, sampleRoutes } from '#rooms/import'
import {
  askByMail,
  findWay,
  type Letterbox,
  type LinkAct,
  mailJobs,
  mailRoutes,
  openLetterbox,
  pressByProgram,
} from '#rooms/mail'
import { noticesActs, noticesJobs, noticesListeners, noticesOwnData, noticesRoutes } from '#rooms/notices'
import { peopleOwnData, peopleRoutes } from '#rooms/people'
import { openOwnDataShelf, recordsJobs, recordsListeners, recordsRoutes } from '#rooms/records'
import {
  cameCards,
  filesJobs,
  filesRoutes,
  helpCards,
  previewsJobs,
  scheduledJobs,
  spacesCards,
  spacesJobs,
  spacesLive,
  spacesOwnData,
  spacesRoutes,
} from '#rooms/spaces'
import { voicesCards, voicesJobs, voicesOwnData, voicesRoutes, voicesWorth } from '#rooms/voices'

export type Foyer = {
  app: Hono<GateEnv>
  db: Db
  pool: pg.Pool
  /** What it does beside requests; they run by themselves where `runsJobs` says so. */
  jobs: readonly Job[]
  /** Ends the streams, which would otherwise hold a server open for as long as somebody listens. */
  closeStreams: () => void
  /** Ends what runs beside requests; call it once no request is under way. */
  stop: () => Promise<void>
}

export type Wiring = {
  settings: Settings
  databaseUrl: string
  log: Log
  sendMail: SendMail
  sendPush: SendPush
  files: FileStore
  fetchPage: FetchPage
  now: () => Temporal.Instant
  /** Off in most tests, where nothing should happen that the test did not do. */
  runsJobs: boolean
  checksReplies: boolean
}

/** What the brief is made of: each room's offer. */
export const cardSources = [withWaiting(spacesCards), answersCards, helpCards, cameCards, voicesCards]

/** What each room knows of posts that may be worth somebody's time. */
const worthSources = [voicesWorth]

/** What open pages are told of: each room's part. */
const liveSources = [peopleTold, spacesLive, answersLive, hoursLive]

/** What a person has of their own in each room: for their copy of it, and for when they have left. */
const ownData = [
  ...[peopleOwnData, authOwnData, spacesOwnData, noticesOwnData, answersOwnData],
  ...[voicesOwnData, briefOwnData],
]

/** Which news starts which job. Sign-in hears some too, at once and in this process. */
const listeners: readonly Listener[] = [
  { on: 'auth/sample-left', job: 'spaces/remove-left-bytes' },
  ...noticesListeners,
  ...guestsListeners,
  ...answersListeners,
  ...recordsListeners,
  ...importListeners,
  ...delegateListeners,
  ...briefListeners,
]

/** What links in letters may do: each room's part. */
const linkActs: readonly LinkAct[] = [
  ...[askByMail, ...noticesActs, ...guestsLinkActs, ...draftLinkActs, ...briefLinkActs],
]

/** Rooms that are opened, as they hold something while Foyer runs. */
type Rooms = {
  wiring: Wiring
  auth: Awaited<ReturnType<typeof openAuth>>
  live: Awaited<ReturnType<typeof openLive>>
  shelf: ReturnType<typeof openUploadShelf>
  importing: ReturnType<typeof importJobs>
  ownDataShelf: ReturnType<typeof openOwnDataShelf>
  box: Letterbox
  /** Tells news in the transaction given. */
  tellAll: (on: Db, news: News) => Promise<void>
}

function jobsOf({ wiring, auth, importing, ownDataShelf, box, tellAll }: Rooms): Job[] {
  const { files, log } = wiring
  const ofFiles = filesJobs(wiring.files, wiring.log)
  const ofMail = mailJobs({ settings: wiring.settings, send: wiring.sendMail, box, log })
  return [
    ...platformJobs,
    ...auth.jobs,
    ...spacesJobs,
    ...ofFiles,
    ...previewsJobs(wiring.fetchPage),
    ...scheduledJobs(tellAll),
    ...ofMail,
    ...noticesJobs({ settings: wiring.settings, sendPush: wiring.sendPush }),
    ...guestsJobs(wiring.settings),
    ...answersJobs(wiring.settings, tellAll),
    ...voicesJobs,
    ...delegateJobs,
    ...recordsJobs({ sources: ownData, shelf: ownDataShelf, files, log }),
    ...importing.jobs,
    ...briefJobs({ settings: wiring.settings, sources: cardSources }),
  ]
}

function routesOf({ wiring: { settings, files }, auth, live, shelf, ownDataShelf, tellAll }: Rooms): Route[] {
  return [
    ...auth.routes,
    ...peopleRoutes,
    ...spacesRoutes,
    ...filesRoutes(files),
    ...mailRoutes({ settings, desk: { acts: linkActs, tell: tellAll } }),
    ...noticesRoutes,
    ...guestsRoutes(settings),
    ...answersRoutes(settings),
    ...hoursRoutes(settings),
    ...ledgerRoutes(answerTimes),
    ...voicesRoutes,
    ...recordsRoutes(ownDataShelf),
    ...importRoutes({ shelf, bytesMax: settings.importBytesMax }),
    ...sampleRoutes({ folder: settings.sampleFolder, files }),
    ...briefRoutes(cardSources, worthSources),
    onStream(liveContract.listen, live),
  ]
}

/** What every room stands on. */
type Ground = {
  pool: pg.Pool
  db: Db
  metrics: ReturnType<typeof openMetrics>
  limits: ReturnType<typeof openLimits>
}

function openGround({ settings, databaseUrl }: Wiring): Ground {
  const pool = openPool({ url: databaseUrl, connections: settings.databaseConnections })
  const limits = openLimits({
    person: settings.requestsPerMinutePerson,
    address: settings.requestsPerMinuteAddress,
    words: { minute: settings.wordsPerMinute, hour: settings.wordsPerHour, day: settings.wordsPerDay },
  })
  return { pool, db: openDb(pool), metrics: openMetrics(), limits }
}

async function openRooms(wiring: Wiring, { db, limits }: Ground, enqueue: Enqueue): Promise<Rooms> {
  const { settings, databaseUrl, files, log, now } = wiring
  const auth = await openAuth({
    ...{ db, settings, log, now, limits },
    sendMail: (mail) => wiring.sendMail(mail, () => findWay(db, settings)),
    closeStreams: (isMeant) => live.close(isMeant),
  })
  const live = await openLive({
    ...{ db, databaseUrl, log, findEnded: auth.findEnded, sources: liveSources },
    check: wiring.checksReplies ? (json) => LiveEvent.parse(JSON.parse(json)) : () => {},
  })
  const shelf = openUploadShelf(settings.dataFolder)
  const ownDataShelf = openOwnDataShelf(settings.dataFolder)
  const importing = importJobs({ databaseUrl, settings, shelf, log })
  const tellAll: Rooms['tellAll'] = async (on, news) => {
    auth.hear(news)
    await tell(on, news, { listeners, enqueue })
  }
  const box = {
    db,
    settings,
    files,
    limits,
    acts: briefMailActs(settings),
    takeForward: keepDraftWith(settings),
    tell: tellAll,
    onCommit: live.wake,
    now,
  }
  return { wiring, auth, live, shelf, importing, ownDataShelf, box, tellAll }
}

/** What answers requests. */
function openDoors(rooms: Rooms, { db, metrics, limits }: Ground): Hono<GateEnv> {
  const { wiring, auth, live, tellAll } = rooms
  const { settings, log, now, checksReplies } = wiring
  const { metricsToken: token, isBehindProxy } = settings
  const { findViewer } = auth
  const app = buildGate(
    {
      ...{ db, log, metrics, limits, now, findViewer, openLook, isBehindProxy, checksReplies },
      tell: tellAll,
      onCommit: live.wake,
    },
    routesOf(rooms),
  )
  addHealth(app, { db, metrics, token, isBehindProxy })
  addApiDocument(app, settings.baseUrl)
  const desk = { acts: linkActs, tell: tellAll }
  const press: Parameters<typeof addOneClick>[1]['press'] = (token, language) =>
    pressByProgram(desk, { db, now: now(), language }, token)
  addOneClick(app, { press, limits, log })
  addPage(app, settings.pageFolder)
  return app
}

/** Builds a whole Foyer on a migrated database. */
export async function buildFoyer(wiring: Wiring): Promise<Foyer> {
  const { settings, databaseUrl, log, now } = wiring
  const ground = openGround(wiring)
  const { db, pool } = ground
  const started = Promise.withResolvers<Jobs>()
  const rooms = await openRooms(wiring, ground, async (...job) => (await started.promise).enqueue(...job))
  const allJobs = jobsOf(rooms)
  const jobs = wiring.runsJobs ? await startJobs({ url: databaseUrl, db, log, now }, allJobs) : withoutJobs
  started.resolve(jobs)
  const app = openDoors(rooms, ground)
  const letterbox = await openLetterbox({ box: rooms.box, settings, log })
  const { live, importing, auth } = rooms
  return {
    ...{ app, db, pool },
    jobs: allJobs,
    closeStreams: live.closeAll,
    stop: async () => {
      await letterbox.stop()
      await live.stop()
      await jobs.stop()
      await importing.stop()
      await auth.stop()
      await db.destroy()
    },
  }
}

const ignore: Enqueue = async () => {}
const withoutJobs: Jobs = { enqueue: ignore, stop: async () => {} }
