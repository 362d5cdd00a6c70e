import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, afterEach, before, describe, it } from 'node:test'
import { Client } from 'pg'
import { type EmbeddedPostgres, joinEmbeddedPostgres, startEmbeddedPostgres } from './embedded-postgres.ts'
import { recordedState } from './orphans.ts'
import { PostgresTrouble } from './postgres-trouble.ts'

const started: EmbeddedPostgres[] = []

async function start(dataFolder: string): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataFolder, log: () => {}, durable: false })
  started.push(postgres)
  return postgres
}

async function query(url: string, sql: string): Promise<unknown[][]> {
  const client = new Client(url)
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows
  } finally {
    await client.end()
  }
}

/** Another Foyer: a process that starts PostgreSQL and goes on until it is killed; it tells what it logs, and `ready`. */
function anotherFoyer(dataFolder: string): ChildProcess {
  const script = `
    import { startEmbeddedPostgres } from ${JSON.stringify(import.meta.resolve('./embedded-postgres.ts'))}
    await startEmbeddedPostgres({ dataFolder: process.argv[1], log: console.log, durable: false })
    console.log('ready')`
  return spawn(process.execPath, ['--input-type=module', '-e', script, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

async function firstWords(process: ChildProcess): Promise<string> {
  const [words] = await once(process.stdout!, 'data')
  return String(words)
}

async function killHard(process: ChildProcess): Promise<void> {
  process.kill('SIGKILL')
  await once(process, 'exit')
}

const refusedAs = (kind: string, words: RegExp) => (error: unknown) =>
  error instanceof PostgresTrouble && error.kind === kind && words.test(error.message)

describe('the embedded PostgreSQL', () => {
  let home: string
  let dataFolder: string

  before(async () => {
    home = await mkdtemp(join(tmpdir(), 'foyer-test-'))
    dataFolder = join(home, 'data')
    await (await start(dataFolder)).stop()
  })

  afterEach(() => Promise.all(started.splice(0).map((postgres) => postgres.stop())))

  after(() => rm(home, { recursive: true }))

  const emptyFolder = () => mkdtemp(join(home, 'data-'))

  it('is UTF-8, knows letters beyond ASCII and listens on no port', async () => {
    const postgres = await start(dataFolder)
    const sql = `select lower('ÀÉΣ'), current_setting('server_encoding'), current_setting('listen_addresses')`
    assert.deepEqual(await query(postgres.url, sql), [['àéσ', 'UTF8', '']])
  })

  it('gives a role that may make databases but has no power over the machine', async () => {
    const postgres = await start(dataFolder)
    await query(postgres.url, 'create database another')
    await assert.rejects(query(postgres.url, `copy (select 1) to program 'true'`), /permission denied/)
  })

  it('keeps its data over a stop and a start', async () => {
    const first = await start(dataFolder)
    await query(first.url, 'create table kept as select 42 as n')
    await first.stop()
    const second = await start(dataFolder)
    assert.deepEqual(await query(second.url, 'select n from kept'), [[42]])
  })

  it('stops twice without complaint, and a stop is no crash', async () => {
    const postgres = await start(dataFolder)
    await postgres.stop()
    await postgres.stop()
    assert.equal(await Promise.race([postgres.crashed, Promise.resolve('no crash')]), 'no crash')
  })

  it('tells when the server is killed, and keeps what was confirmed', async () => {
    const killed = await start(dataFolder)
    await query(killed.url, 'create table confirmed as select 42 as n')
    const server = await recordedState(join(dataFolder, 'postgres'))
    process.kill(server!.pid, 'SIGKILL')
    const trouble = await killed.crashed
    assert.equal(trouble.kind, 'ended')
    assert.match(trouble.message, /ended unexpectedly \(SIGKILL\)/)
    await killed.stop()
    const next = await start(dataFolder)
    assert.deepEqual(await query(next.url, 'select n from confirmed'), [[42]])
  })

  it('is refused to a second Foyer, which may join in instead', async () => {
    const foyer = anotherFoyer(dataFolder)
    assert.equal(await firstWords(foyer), 'ready\n')
    await assert.rejects(start(dataFolder), refusedAs('in-use', /Another Foyer is already using/))
    const joined = await joinEmbeddedPostgres(dataFolder)
    assert.deepEqual(await query(joined!.url, 'select current_user'), [['foyer']])
    await joined!.stop()
    await killHard(foyer)
    await start(dataFolder)
  })

  it('is refused to a second start in the same process, and cannot be joined when nobody runs it', async () => {
    const postgres = await start(dataFolder)
    await assert.rejects(start(dataFolder), refusedAs('in-use', /Another Foyer/))
    await assert.rejects(start(dataFolder), refusedAs('in-use', /Another Foyer/))
    await postgres.stop()
    assert.equal(await joinEmbeddedPostgres(dataFolder), undefined)
  })

  it('ends the server that outlived a killed Foyer', async () => {
    const foyer = anotherFoyer(dataFolder)
    assert.equal(await firstWords(foyer), 'ready\n')
    const cluster = join(dataFolder, 'postgres')
    const orphan = await recordedState(cluster)
    await killHard(foyer)
    await start(dataFolder)
    assert.notEqual((await recordedState(cluster))?.pid, orphan?.pid)
    assert.match(await readFile(join(dataFolder, 'postgres.log'), 'utf8'), /received fast shutdown request/)
  })

  it('starts although the process number it had belongs to somebody else by now', async () => {
    const stale = `${process.pid}\n${join(dataFolder, 'postgres')}\n0\n5432\n.\n\n1 1\nready\n`
    await writeFile(join(dataFolder, 'postgres', 'postmaster.pid'), stale)
    await writeFile(join(dataFolder, 'postgres', '.s.PGSQL.5432.lock'), stale)
    await start(dataFolder)
  })

  it('heals a first start that was killed in the middle', async () => {
    const fresh = await emptyFolder()
    const foyer = anotherFoyer(fresh)
    assert.match(await firstWords(foyer), /Setting up PostgreSQL/)
    await killHard(foyer)
    await mkdir(join(fresh, 'postgres.new', 'half-built'), { recursive: true })
    const postgres = await start(fresh)
    assert.deepEqual(await query(postgres.url, 'select 1'), [[1]])
  })

  it('works where the path is too long for a socket', async () => {
    const deep = join(home, 'a-long-name-for-a-folder'.repeat(6))
    await cp(dataFolder, deep, { recursive: true })
    const postgres = await start(deep)
    assert.deepEqual(await query(postgres.url, 'select 1'), [[1]])
  })

  it('refuses the data of another major version with a sentence, and lets go of the folder', async () => {
    const earlier = await emptyFolder()
    await mkdir(join(earlier, 'postgres'))
    await writeFile(join(earlier, 'postgres', 'PG_VERSION'), '17\n')
    const refused = refusedAs('cannot-start', /was written by PostgreSQL 17/)
    await assert.rejects(start(earlier), refused)
    await assert.rejects(start(earlier), refused)
  })

  it('leaves a folder alone that holds something else', async () => {
    const foreign = await emptyFolder()
    await mkdir(join(foreign, 'postgres'))
    await writeFile(join(foreign, 'postgres', 'letter.txt'), 'dear all')
    await assert.rejects(start(foreign), refusedAs('cannot-start', /holds no PostgreSQL data/))
    assert.deepEqual(await readdir(join(foreign, 'postgres')), ['letter.txt'])
  })

  it('says in a sentence when the data folder is a file', async () => {
    const file = join(home, 'file')
    await writeFile(file, '')
    await assert.rejects(start(file), refusedAs('cannot-start', /a file is in the way/))
  })

  it('says in a sentence when a setting of the administrator is wrong', async () => {
    const tuned = await emptyFolder()
    await cp(dataFolder, tuned, { recursive: true })
    await appendFile(join(tuned, 'postgres', 'postgresql.conf'), 'shared_buffers = much\n')
    await assert.rejects(start(tuned), refusedAs('cannot-start', /does not start: FATAL/))
  })
})
