// Tells open pages what committed: what happened is read from the database, rooms say what of it goes to whom, and this
// hands it on, in rounds, so that what comes in a rush is looked up together, and in one order for everybody.
import { randomUUID } from 'node:crypto'
import type { PersonId } from '#contract/ref'
import type { Viewer } from './ctx.ts'
import type { Db } from './db.ts'
import type { Happening } from './live-happening.ts'
import { eventOf, heartbeat, openListener } from './live-listener.ts'
import { type Listeners, openListeners, topicOfPerson } from './live-listeners.ts'
import { openReader } from './live-reader.ts'
import { makeWire } from './live-wire.ts'
import type { Log } from './log.ts'
import { Refusal } from './refusal.ts'
import { sentence } from './say.ts'

/** A happening, and who of this process listens on a topic. */
export type Heard = { happening: Happening; listening: (topic: string) => readonly PersonId[] }

/** An event as JSON for those people on a topic who may hear it. */
export type Told = { topic: string; personIds: ReadonlySet<PersonId>; json: string }

/** What a room tells of: it is asked for the happenings whose names begin with its own. */
export type LiveSource = {
  room: string
  /** Looks up what to tell, once for all listeners, and who may hear it at this moment. */
  tell: (db: Db, heard: readonly Heard[]) => Promise<readonly Told[]>
}

export type Live = {
  /** Opens a stream on topics of one's own choice, and on whatever concerns the viewer alone. */
  listen: (who: { viewer: Viewer; topics: readonly string[] }) => ReadableStream<Uint8Array>
  /** To be called after a write committed, which may have told something. */
  wake: () => void
  /** Ends the streams of those meant: who comes back is asked anew who they are. */
  close: (isMeant: (viewer: Viewer) => boolean) => void
  /** Ends all streams and takes no more. */
  closeAll: () => void
  stop: () => Promise<void>
}

type Setup = {
  db: Db
  databaseUrl: string
  log: Log
  sources: readonly LiveSource[]
  /** Which of these sessions are over. */
  findEnded: (sessionIds: readonly string[]) => Promise<ReadonlySet<string>>
  /** In tests every event is checked against its contract. */
  check: (json: string) => void
}

const HEARTBEAT_MS = 20_000
/** As long as a process believes in a session that another one ended. */
const ENDED_MS_MAX = 5000
/** Pages that are looked at, on all devices; a phone that changed networks leaves some behind that nobody reads. */
const LISTENERS_OF_PERSON_MAX = 20
const LISTENERS_MAX = 20_000

/** Where processes wake each other. */
const CHANNEL = 'foyer_live'
const hello = eventOf('{"what":"hello"}')

/** Opens live; its wire to the other processes is opened with the first listener. */
export async function openLive({ databaseUrl, ...setup }: Setup): Promise<Live> {
  const listeners = openListeners()
  const greetAll = () => {
    for (const listener of listeners.all()) listener.send(hello)
  }
  const ownName = randomUUID()
  const reader = await openReader({
    ...{ db: setup.db, log: setup.log, channel: CHANNEL, as: ownName },
    isNeeded: () => listeners.count() > 0,
    tell: (happenings) => tellRound(setup, { listeners, happenings }),
    onGap: greetAll,
  })
  const wire = makeWire({
    ...{ url: databaseUrl, log: setup.log, channel: CHANNEL },
    hear: (name) => {
      if (name !== ownName) reader.wake('another process')
    },
    onBack: greetAll,
  })
  const close = (isMeant: (viewer: Viewer) => boolean) => {
    for (const listener of listeners.all()) if (isMeant(listener.viewer)) listener.end()
  }
  const endWatch = watchOver(listeners, { ...setup, close })
  let isClosed = false
  const closeAll = () => {
    isClosed = true
    close(() => true)
  }
  return {
    listen: ({ viewer, topics }) => {
      if (isClosed || listeners.count() >= LISTENERS_MAX) throw tooMany()
      makeRoom(listeners, viewer)
      const own = topicOfPerson(viewer.personId)
      const { listener, body } = openListener({ viewer, topics: [own, ...topics] }, listeners.remove)
      listeners.add(listener)
      wire.begin()
      listener.send(hello)
      return body
    },
    wake: () => reader.wake('this process'),
    close,
    closeAll,
    stop: async () => {
      endWatch()
      reader.end()
      closeAll()
      await wire.end()
    },
  }
}

type Round = { listeners: Listeners; happenings: readonly Happening[] }

async function tellRound(
  { db, sources, check }: Pick<Setup, 'db' | 'sources' | 'check'>,
  { listeners, happenings }: Round,
): Promise<void> {
  const heard = happenings.map((happening) => ({ happening, listening: listeners.peopleOn }))
  const told = await Promise.all(
    sources.map(({ room, tell }) => {
      const ofRoom = heard.filter(({ happening }) => happening.what.startsWith(`${room}/`))
      return ofRoom.length === 0 ? [] : tell(db, ofRoom)
    }),
  )
  for (const { topic, personIds, json } of told.flat()) {
    check(json)
    const event = eventOf(json)
    for (const listener of listeners.on(topic)) {
      if (personIds.has(listener.viewer.personId)) listener.send(event)
    }
  }
}

/** One too many of a person ends the oldest: it is the likeliest to be read by nobody. */
function makeRoom(listeners: Listeners, { personId }: Viewer): void {
  const own = listeners.on(topicOfPerson(personId))
  if (own.length >= LISTENERS_OF_PERSON_MAX) own[0]?.end()
}

type Watch = Pick<Setup, 'findEnded' | 'log'> & Pick<Live, 'close'>

/** Keeps streams from falling asleep, and ends those whose session is over. @returns what ends the watch */
function watchOver(listeners: Listeners, { findEnded, log, close }: Watch): () => void {
  const beat = setInterval(() => {
    for (const listener of listeners.all()) listener.send(heartbeat)
  }, HEARTBEAT_MS)
  const closeEnded = async () => {
    const sessionIds = listeners.all().map(({ viewer }) => viewer.sessionId)
    if (sessionIds.length === 0) return
    const ended = await findEnded([...new Set(sessionIds)])
    close(({ sessionId }) => ended.has(sessionId))
  }
  const watch = setInterval(() => {
    closeEnded().catch((error) => log.warn({ error: String(error) }, 'sessions could not be looked up'))
  }, ENDED_MS_MAX)
  beat.unref()
  watch.unref()
  return () => {
    clearInterval(beat)
    clearInterval(watch)
  }
}

function tooMany(): Refusal {
  return new Refusal('too-many', 'too-many-listen', {
    sentence: sentence(
      'Too many pages listen here just now. What you see is right; reload to see what is new.',
    ),
    retryAfterSeconds: 30,
  })
}
