// Foyer as a process: started, stopped, and started again.
import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, describe, it } from 'node:test'
import pg from 'pg'
import { auth, type Standing } from '#contract/auth'
import { spaces } from '#contract/spaces'
import {
  ask,
  type Environment,
  end,
  endAll,
  enter,
  isAlive,
  launch,
  NOOR,
  postgresOf,
  type Started,
  start as startProcess,
} from '#testing/foyer-process'
import { emptyTestDatabase } from '#testing/test-database'

const home = mkdtempSync(join(tmpdir(), 'foyer-start-'))

afterEach(endAll)
after(() => rm(home, { recursive: true, force: true }))

/** Runs `foyer start` on a data folder of this file's. */
function start(settings: Environment = {}): Promise<Started> {
  return startProcess({ FOYER_DATA: join(home, 'data'), ...settings })
}

describe('foyer start', () => {
  it('opens on an empty folder and on a full one, and a signal ends everything', async () => {
    const FOYER_DATA = join(home, 'first')
    const first = await start({ FOYER_DATA })
    assert.match(first.said(), new RegExp(`(^|\\n)Foyer is open at http://localhost:${first.port}\\n$`))
    const standing = await ask(first, auth.whoAmI, {})
    assert.deepEqual(standing.body, {
      standing: 'first-run',
      mayOpenSample: true,
      isOpenToOthers: false,
    } satisfies Standing)
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
    const { child } = await launch({ FOYER_DATA: dataFolder })
    await new Promise<void>((resolve) => {
      child.stdout?.on('data', (words) => {
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
