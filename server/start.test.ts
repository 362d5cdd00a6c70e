// Foyer as a process: started, stopped, killed, and started again.
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, describe, it } from 'node:test'
import pg from 'pg'
import { auth, type Standing } from '#contract/auth'
import type { Endpoint, QuestionOf, ReplyOf } from '#contract/endpoint'
import type { SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { emptyTestDatabase } from '#testing/test-database'

const MAIN = join(import.meta.dirname, 'main.ts')
const home = mkdtempSync(join(tmpdir(), 'foyer-start-'))
const running = new Set<ChildProcess>()

afterEach(async () => {
  await Promise.all([...running].map((child) => end(child, 'SIGTERM')))
})
after(() => rm(home, { recursive: true, force: true }))

type Environment = Record<string, string>
type Started = { child: ChildProcess; said: () => string; complained: () => string; port: number }

async function freePort(): Promise<number> {
  const server: Server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

/** Runs `foyer start` until it is open, or until it ended instead. */
async function start(more: Environment = {}): Promise<Started> {
  const port = more.PORT === undefined ? await freePort() : Number(more.PORT)
  const own = { PATH: process.env.PATH ?? '', LOG_LEVEL: 'silent', FOYER_DATA: join(home, 'data') }
  const generous = { RATE_PER_PERSON: '100000', RATE_PER_ADDRESS: '100000' }
  const env = { ...own, ...generous, PORT: String(port), ...more }
  const child = spawn(process.execPath, [MAIN, 'start'], { env, stdio: ['ignore', 'pipe', 'pipe'] })
  running.add(child)
  child.on('exit', () => running.delete(child))
  let said = ''
  let complained = ''
  child.stderr.on('data', (words) => {
    complained += words
  })
  await new Promise<void>((resolve) => {
    child.stdout.on('data', (words) => {
      said += words
      if (said.includes('Foyer is open')) resolve()
    })
    child.on('close', () => resolve())
  })
  return { child, port, said: () => said, complained: () => complained }
}

/** Sends a signal and waits for the end. @returns the exit code, or the signal that ended it */
async function end(child: ChildProcess, signal: 'SIGINT' | 'SIGTERM' | 'SIGKILL') {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode ?? child.signalCode
  const ended = once(child, 'exit')
  child.kill(signal)
  const [code, by] = await ended
  return code ?? by
}

type Asked<T> = { status: number; body: T; cookie: string }

async function ask<E extends Endpoint>(
  { port, cookie = '' }: { port: number; cookie?: string },
  endpoint: E,
  input: QuestionOf<E>,
): Promise<Asked<ReplyOf<E>>> {
  const isRead = endpoint.method === 'GET'
  const query = isRead ? `?${new URLSearchParams(input as Record<string, string>)}` : ''
  const answer = await fetch(`http://127.0.0.1:${port}${endpoint.path}${query}`, {
    method: endpoint.method,
    headers: { cookie, ...(isRead ? {} : { 'content-type': 'application/json' }) },
    ...(isRead ? {} : { body: JSON.stringify(input) }),
  })
  const set = answer.headers.getSetCookie().map((each) => each.split(';')[0])
  return { status: answer.status, body: (await answer.json()) as ReplyOf<E>, cookie: set.join('; ') }
}

const SIGN_IN = { address: 'noor@foyer.test', password: 'a passable phrase' }
const NOOR = { networkName: 'Tried', name: 'Noor', ...SIGN_IN }

/** The administrator's cookie, in a network that has begun or begins with this. */
async function enter(at: { port: number }): Promise<string> {
  const begun = await ask(at, auth.createFirstAdministrator, NOOR)
  return begun.status === 200 ? begun.cookie : (await ask(at, auth.signIn, SIGN_IN)).cookie
}

function postgresOf(dataFolder: string): number {
  return Number(readFileSync(join(dataFolder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

describe('foyer start', () => {
  it('opens on an empty folder and on a full one, and a signal ends everything', async () => {
    const FOYER_DATA = join(home, 'first')
    const first = await start({ FOYER_DATA })
    assert.match(first.said(), new RegExp(`(^|\\n)Foyer is open at http://localhost:${first.port}\\n$`))
    const standing = await ask(first, auth.whoAmI, {})
    assert.deepEqual(standing.body, { standing: 'first-run' } satisfies Standing)
    const cookie = await enter(first)
    const postgres = postgresOf(FOYER_DATA)
    assert.ok(isAlive(postgres))
    assert.equal(await end(first.child, 'SIGINT'), 0)
    assert.equal(isAlive(postgres), false)
    const second = await start({ FOYER_DATA })
    assert.equal(second.said(), `Foyer is open at http://localhost:${second.port}\n`)
    const known = await ask({ ...second, cookie }, auth.whoAmI, {})
    assert.equal(known.body.standing, 'signed-in')
    assert.equal(await end(second.child, 'SIGTERM'), 0)
    assert.equal(first.complained() + second.complained(), '')
  })

  it('finishes the requests that are under way when it is stopped', async () => {
    const { child, port } = await start()
    const cookie = await enter({ port })
    const opened = Array.from({ length: 20 }, (_, number) =>
      ask({ port, cookie }, spaces.createSpace, { name: `Space ${number}`, visibility: 'open' }).then(
        ({ status }) => status,
        () => 'not taken',
      ),
    )
    await Promise.race(opened)
    assert.equal(await end(child, 'SIGTERM'), 0)
    const answers = await Promise.all(opened)
    assert.deepEqual(
      answers.filter((answer) => answer !== 200 && answer !== 'not taken'),
      [],
    )
  })

  it('leaves no PostgreSQL behind when it is stopped while it starts', async () => {
    const dataFolder = join(home, 'interrupted')
    const env = { PATH: process.env.PATH ?? '', LOG_LEVEL: 'silent', FOYER_DATA: dataFolder, PORT: '0' }
    const child = spawn(process.execPath, [MAIN, 'start'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
    running.add(child)
    await new Promise<void>((resolve) => {
      child.stdout.on('data', (words) => {
        if (String(words).includes('Brought the database up to date')) resolve()
      })
    })
    const postgres = postgresOf(dataFolder)
    assert.equal(await end(child, 'SIGINT'), 0)
    assert.equal(isAlive(postgres), false)
  })

  it('tells in a sentence when its database ends, and ends too', async () => {
    const { child, complained } = await start()
    const ended = once(child, 'close')
    process.kill(postgresOf(join(home, 'data')), 'SIGKILL')
    const [code] = await ended
    assert.equal(code, 1)
    assert.match(complained(), /^PostgreSQL ended unexpectedly .* Start Foyer again\.\n$/)
  })
})

describe('what cannot be started', () => {
  const wrong: [string, Environment, RegExp][] = [
    ['a wrong setting', { PORT: 'http' }, /^PORT is "http"\. Give a whole number from 0 to 65535\.\n$/],
    ['a wrong word', { LOG_LEVEL: 'loud' }, /^LOG_LEVEL is "loud"\. Give one of: .*\.\n$/],
    ['a host that is not here', { HOST: '192.0.2.1' }, /^HOST is "192\.0\.2\.1", which is not an address of/],
    [
      'a database that is not there',
      { DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/x' },
      /^The database cannot be reached \(connect ECONNREFUSED 127\.0\.0\.1:1\)\. Check DATABASE_URL\.\n$/,
    ],
  ]
  for (const [what, environment, sentence] of wrong) {
    it(`says so in one sentence and ends: ${what}`, async () => {
      const { child, complained } = await start(environment)
      assert.equal(child.exitCode, 1)
      assert.match(complained(), sentence)
    })
  }

  it('says so of a port that is taken, and ends its PostgreSQL', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await once(taken, 'listening')
    const { port } = taken.address() as AddressInfo
    const { child, complained } = await start({ PORT: String(port) })
    taken.close()
    assert.equal(child.exitCode, 1)
    assert.equal(complained(), `Port ${port} is taken. Stop what uses it, or choose another with PORT.\n`)
    assert.throws(() => postgresOf(join(home, 'data')))
  })

  it('says so of a data folder that another Foyer has, and leaves that one alone', async () => {
    const first = await start()
    const second = await start()
    assert.equal(second.child.exitCode, 1)
    assert.match(second.complained(), /^[A-Z].*\.\n$/)
    assert.equal((await ask(first, auth.whoAmI, {})).status, 200)
  })
})

describe('what was acknowledged', () => {
  const LANES = 4
  const WRITES_BEFORE_DEATH = 30

  /** Writes until the line goes dead, and kills Foyer once enough was acknowledged. */
  async function writeUntilDeath(foyer: Started, cookie: string, kill: () => void): Promise<string[]> {
    const spaceId = (await ask({ ...foyer, cookie }, spaces.createSpace, { name: 'K', visibility: 'open' }))
      .body.id
    const acknowledged: string[] = []
    const write = async () => {
      for (let number = 0; ; number += 1) {
        const said = await ask({ ...foyer, cookie }, spaces.writePost, { spaceId, body: `word ${number}` })
        assert.equal(said.status, 200)
        acknowledged.push(said.body.id)
        if (acknowledged.length === WRITES_BEFORE_DEATH) kill()
      }
    }
    const ended = once(foyer.child, 'exit')
    const lanes = await Promise.allSettled(Array.from({ length: LANES }, write))
    for (const lane of lanes)
      assert.equal(lane.status === 'rejected' ? lane.reason.name : lane.status, 'TypeError')
    await ended
    return [spaceId, ...acknowledged]
  }

  async function listPosts(at: { port: number; cookie: string }, spaceId: SpaceId): Promise<Set<string>> {
    const found = new Set<string>()
    for (let cursor: string | undefined; ; ) {
      const page = (await ask(at, spaces.listPosts, { spaceId, limit: 50, ...(cursor && { cursor }) })).body
      for (const { id } of page.items) found.add(id)
      if (page.nextCursor === null) return found
      cursor = page.nextCursor
    }
  }

  for (const [round, dies] of ['Foyer', 'Foyer', 'Foyer and its PostgreSQL'].entries()) {
    it(`is there after the next start when ${dies} died in the middle of writing (${round + 1})`, async () => {
      const foyer = await start()
      const cookie = await enter(foyer)
      const postgres = postgresOf(join(home, 'data'))
      const [spaceId = '', ...acknowledged] = await writeUntilDeath(foyer, cookie, () => {
        foyer.child.kill('SIGKILL')
        if (dies !== 'Foyer') process.kill(postgres, 'SIGKILL')
      })
      assert.ok(acknowledged.length >= WRITES_BEFORE_DEATH)
      const next = await start()
      const kept = await listPosts({ port: next.port, cookie }, spaceId as SpaceId)
      assert.deepEqual(
        acknowledged.filter((id) => !kept.has(id)),
        [],
      )
    })
  }
})

describe('several Foyers on one external database', () => {
  let database: Awaited<ReturnType<typeof emptyTestDatabase>>
  before(async () => {
    database = await emptyTestDatabase()
  })
  after(() => database.stop())

  it('start at the same moment on an empty one, and are one network', async () => {
    const [one, other] = await Promise.all([
      start({ DATABASE_URL: database.url }),
      start({ DATABASE_URL: database.url }),
    ])
    assert.equal(one.complained() + other.complained(), '')
    const upToDate = [one, other].filter(({ said }) => said().includes('Brought the database up to date'))
    assert.equal(upToDate.length, 1)
    const begun = await ask(one, auth.createFirstAdministrator, NOOR)
    const again = await ask(other, auth.createFirstAdministrator, NOOR)
    assert.deepEqual([begun.status, again.status], [200, 409])
    const known = await ask({ ...other, cookie: begun.cookie }, auth.whoAmI, {})
    assert.equal(known.body.standing, 'signed-in')
    assert.deepEqual([await end(one.child, 'SIGTERM'), await end(other.child, 'SIGTERM')], [0, 0])
    const client = new pg.Client({ connectionString: database.url })
    await client.connect()
    const { rows } = await client.query(
      'select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    await client.end()
    assert.equal(rows.length, 0)
  })
})
