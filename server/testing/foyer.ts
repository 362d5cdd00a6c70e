// A whole Foyer on a database of its own, spoken to through its own door. Only the outside is faked.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after } from 'node:test'
import { sql } from 'kysely'
import { auth } from '#contract/auth'
import type { Endpoint, QuestionOf, ReplyOf } from '#contract/endpoint'
import { type File, files as filesContract } from '#contract/files'
import { live } from '#contract/live'
import type { Problem } from '#contract/problem'
import type { FetchedPage } from '#outside/fetch'
import { type FileStore, openFiles } from '#outside/files'
import type { Mail } from '#outside/mail'
import type { Push } from '#outside/push'
import type { Db } from '#platform/db'
import { readSettings } from '#platform/settings'
import { buildFoyer, type Foyer } from '../app.ts'
import { cookiesOf } from './answer.ts'
import { type CastName, cast, type Member } from './cast.ts'
import { type Ear, isStream, openEar } from './ear.ts'
import { cloneTestDatabase } from './test-database.ts'
import { textsInZip } from './zip-texts.ts'

export const ORIGIN = 'http://localhost:3000'
const FIRST_INSTANT = Temporal.Instant.from('2026-03-02T08:00:00Z')

export type Answer<T> = { status: number; body: T; problem: Problem | undefined; headers: Headers }

/** Somebody at a browser. */
export type Caller = {
  read: <E extends Endpoint>(endpoint: E, input: QuestionOf<E>) => Promise<Answer<ReplyOf<E>>>
  write: <E extends Endpoint>(endpoint: E, input: QuestionOf<E>, key?: string) => Promise<Answer<ReplyOf<E>>>
  /** Opens a stream, as a page that stands open does. */
  listen: (topics: QuestionOf<typeof live.listen>) => Promise<Ear>
  /** Uploads bytes under a name. */
  upload: (name: string, bytes: Uint8Array, key?: string) => Promise<Answer<File>>
  /** The same somebody, looking as a guest would. */
  looking: (lookId: string) => Caller
  /** Whatever is answered at an address, as it is. */
  open: (address: string, asked?: RequestInit) => Promise<Response>
  cookie: string
}

export type TestFoyer = {
  app: Foyer['app']
  db: Db
  files: FileStore
  /** Where its files lie. */
  dataFolder: string
  url: string
  /** The time Foyer sees; it stands still until moved. */
  clock: { now: Temporal.Instant }
  mails: Mail[]
  pushes: Push[]
  /** The pages of the web, by their addresses; each that was asked is noted. */
  web: { pages: Map<string, FetchedPage>; asked: string[] }
  /** Everything logged, as one text a line, to prove what is not in it. */
  logged: string[]
  /** Runs what comes round by itself elsewhere, on all that waits, as it would have within a minute. */
  runJobs: () => Promise<void>
  /** Runs one job of the queue with its facts. */
  runJob: (name: string, facts: Record<string, unknown>) => Promise<void>
  /** Somebody of the cast, signed in once for the whole test file. */
  as: (who: CastName) => Promise<Caller>
  /** Somebody of the cast in one more browser. */
  signIn: (who: CastName) => Promise<Caller>
  anyone: Caller
  callerWith: (cookie: string) => Caller
}

export type Wanted = {
  isEmpty?: boolean
  /** The port of people's address, for a browser that really comes there. */
  port?: number
  /** The folder in which Foyer lies, for its page; without it there is no page. */
  folder?: string
  /** The database of another Foyer that runs already, to be one more process beside it. */
  besideUrl?: string
  /** Whether work after the commit and by the clock is done, as in a Foyer that runs. */
  runsJobs?: boolean
  /** Settings that differ, by their names in the environment. */
  environment?: Record<string, string>
}

/**
 * Starts a Foyer with the cast in it (unless `isEmpty`), and ends it when the test file is done. Call it at the top of
 * the file or inside a test: within a hook, Node would end it with the hook.
 */
export async function startFoyer(wanted: Wanted = {}): Promise<TestFoyer> {
  const { besideUrl, isEmpty = besideUrl !== undefined, port = 3000, folder = import.meta.dirname } = wanted
  const database =
    besideUrl === undefined ? await cloneTestDatabase() : { url: besideUrl, stop: async () => {} }
  const dataFolder = mkdtempSync(join(tmpdir(), 'foyer-data-'))
  const clock = { now: FIRST_INSTANT }
  const mails: Mail[] = []
  const web: TestFoyer['web'] = { pages: new Map(), asked: [] }
  const pushes: Push[] = []
  const logged: string[] = []
  const note = (...words: unknown[]) => void logged.push(JSON.stringify(words))
  const generous = {
    ...{ RATE_PER_PERSON: '1000000', RATE_PER_ADDRESS: '1000000' },
    ...{ WORDS_PER_MINUTE: '1000000', WORDS_PER_HOUR: '1000000', WORDS_PER_DAY: '1000000' },
  }
  const settings = readSettings(
    { ...generous, PORT: String(port), FOYER_DATA: dataFolder, ...wanted.environment },
    folder,
  )
  const files = openFiles(settings)
  const foyer = await buildFoyer({
    ...{ settings, files },
    databaseUrl: database.url,
    log: { debug: note, info: note, warn: note, error: note },
    sendMail: async (mail) => void mails.push(mail),
    sendPush: async (push) => {
      pushes.push(push)
      return answerOfBrowser(push.browser.endpoint)
    },
    fetchPage: async (address) => {
      web.asked.push(address)
      return web.pages.get(address)
    },
    now: () => clock.now,
    runsJobs: wanted.runsJobs ?? false,
    checksReplies: true,
  })
  after(async () => {
    await foyer.stop()
    await database.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  })
  if (!isEmpty) await bringInCast(foyer.db)
  const callerWith = (cookie: string) => callerOf(foyer, cookie)
  const anyone = callerWith('')
  const signedIn = new Map<CastName, Caller>()
  const signIn = async (who: CastName) => callerWith(await signInByLink({ anyone, mails, member: cast[who] }))
  const as = async (who: CastName) => {
    const caller = signedIn.get(who) ?? (await signIn(who))
    signedIn.set(who, caller)
    return caller
  }
  const { app, db } = foyer
  const runJobs = async () => {
    const now = clock.now.add({ minutes: 1 })
    for (const { everySeconds, run } of foyer.jobs)
      if (everySeconds !== undefined) await run({ db, now, facts: {} })
  }
  const runJob: TestFoyer['runJob'] = async (name, facts) => {
    const job = foyer.jobs.find((each) => each.name === name)
    if (job === undefined) throw new Error(`There is no job ${name}.`)
    await job.run({ db, now: clock.now, facts })
  }
  const around = {
    app,
    db,
    runJobs,
    runJob,
    files,
    dataFolder,
    url: database.url,
    clock,
    mails,
    pushes,
    web,
    logged,
  }
  return { ...around, as, signIn, anyone, callerWith }
}

type Sent = { type: string; key: string | undefined; body: BodyInit }
type SentBytes = { bytes: Uint8Array; key: string | undefined }
/** What an upload brings where it does not matter. */
const SOME_BYTES = Buffer.from('Some bytes, for want of others.')

function callerOf(foyer: Foyer, cookie: string, more: Record<string, string> = {}): Caller {
  const base = { host: 'localhost:3000', ...(cookie === '' ? {} : { cookie }), ...more }
  const send = async <T>(address: string, { type, key, body }: Sent): Promise<Answer<T>> =>
    answerOf(
      await foyer.app.request(address, {
        method: 'POST',
        headers: {
          ...{ ...base, origin: ORIGIN, 'content-type': type },
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        body,
      }),
    )
  const sendBytes = <T>(endpoint: Endpoint, input: unknown, { bytes, key }: SentBytes): Promise<Answer<T>> =>
    send(addressOf(endpoint, input), { type: 'application/octet-stream', key, body: new Uint8Array(bytes) })
  return {
    cookie,
    looking: (lookId) => callerOf(foyer, cookie, { 'foyer-look': lookId }),
    read: async (endpoint, input) =>
      answerOf(await foyer.app.request(addressOf(endpoint, input), { headers: base })),
    open: async (address, asked = {}) =>
      foyer.app.request(`${ORIGIN}${address}`, { ...asked, headers: { ...base, ...asked.headers } }),
    upload: (name, bytes, key) => sendBytes(filesContract.uploadFile, { name }, { bytes, key }),
    write: async (endpoint, input, key) => {
      if (endpoint.bytes === 'in') return sendBytes(endpoint, input, { bytes: SOME_BYTES, key })
      const asked = { type: 'application/json', body: JSON.stringify(input), key }
      return send(`${ORIGIN}${endpoint.path}`, asked)
    },
    listen: async (topics) =>
      openEar(await foyer.app.request(`${ORIGIN}${live.listen.path}?${queryOf(topics)}`, { headers: base })),
  }
}

/** Where an endpoint is asked with an input: some of it may stand in the path, all else stands in the query. */
function addressOf({ path }: Endpoint, input: unknown): string {
  const fields = { ...(input as Record<string, unknown>) }
  const place = path.replaceAll(/\{(\w+)\}/g, (_, field: string) => {
    const part = encodeURIComponent(String(fields[field]).toWellFormed())
    delete fields[field]
    return part
  })
  return `${ORIGIN}${place}?${queryOf(fields)}`
}

function queryOf(input: unknown): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(input as Record<string, unknown>)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined) query.append(name, String(each))
    }
  }
  return query.toString()
}

async function answerOf<T>(response: Response): Promise<Answer<T>> {
  const body = isStream(response) ? await firstOf(response) : await bodyOf(response)
  return { status: response.status, body, problem: response.ok ? undefined : body, headers: response.headers }
}

async function bodyOf(response: Response) {
  const type = response.headers.get('content-type')
  if (type === 'application/zip') return Object.fromEntries(await textsInZip(await response.arrayBuffer()))
  const text = await response.text()
  if (text === '') return undefined
  return type?.includes('json') ? JSON.parse(text) : text
}

/** What a stream begins with; it has no end. */
async function firstOf(response: Response) {
  const ear = openEar(response)
  const first = await ear.next()
  await ear.close()
  return first
}

/** A browser whose address ends so takes no more, or not now. */
function answerOfBrowser(endpoint: string): 'sent' | 'gone' | 'later' {
  if (endpoint.endsWith('/gone')) return 'gone'
  return endpoint.endsWith('/later') ? 'later' : 'sent'
}

type LinkSignIn = { anyone: Caller; mails: Mail[]; member: Member }

async function signInByLink({ anyone, mails, member }: LinkSignIn): Promise<string> {
  await anyone.write(auth.askForLink, { address: member.address })
  const mail = mails.findLast((each) => each.to === member.address)
  const token = mail?.text.match(/\/link\/([\w-]+)/)?.[1] ?? ''
  const answer = await anyone.write(auth.useLink, { token })
  if (answer.status !== 200) throw new Error(`${member.name} could not sign in: ${answer.problem?.detail}`)
  return cookiesOf(answer.headers)
}

async function bringInCast(db: Db): Promise<void> {
  const members: [string, Member][] = Object.entries(cast)
  await sql`insert into people.network (name, begun_at) values ('Foyer Test', ${FIRST_INSTANT})`.execute(db)
  for (const [, member] of members) {
    await sql`
      insert into people.person (id, name, title, roles, created_at)
      values (${member.id}, ${member.name}, ${member.title}, ${member.roles}::text[], ${FIRST_INSTANT})`.execute(
      db,
    )
    await sql`
      insert into people.address (address, person_id, is_preferred, added_at)
      values (${member.address}, ${member.id}, true, ${FIRST_INSTANT})`.execute(db)
  }
  for (const [, member] of members) {
    if (member.managerIs === undefined) continue
    const manager = cast[member.managerIs as CastName]
    await sql`update people.person set manager_id = ${manager.id} where id = ${member.id}`.execute(db)
  }
}
