// A backup of a living network, brought back elsewhere: everything is there, or nothing is.
import assert from 'node:assert/strict'
import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import pg from 'pg'
import { auth } from '#contract/auth'
import { people } from '#contract/people'
import { spaces } from '#contract/spaces'
import { listTables } from '#platform/backup/tables'
import { readWaitingJobs, requeueJobs } from '#platform/jobs'
import { readSettings } from '#platform/settings'
import { cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { MAIN } from '#testing/foyer-process'
import { emptyTestDatabase } from '#testing/test-database'
import { buildFoyer } from '../app.ts'

const home = mkdtempSync(join(tmpdir(), 'foyer-backup-'))
after(() => rmSync(home, { recursive: true, force: true }))

const foyer = await startFoyer()
const living = join(home, 'living')
const WAITING = [{ queue: 'notices.tell', facts: { saidId: 'x', words: 'ą "quoted"' } }]
let backups = 0

type Place = { url: string; data: string }

function run({ url, data }: Place, ...words: string[]) {
  const env = { PATH: process.env.PATH ?? '', DATABASE_URL: url, FOYER_DATA: data, LOG_LEVEL: 'silent' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...words], { env, encoding: 'utf8' })
  return { status, said: stdout, complained: stderr }
}

async function emptyPlace(name: string): Promise<Place> {
  const database = await emptyTestDatabase()
  after(() => database.stop())
  return { url: database.url, data: join(home, name) }
}

/** Talk of every kind, with characters that a careless format would trip over, and a file. */
async function live(): Promise<void> {
  const ingrid = await foyer.as('executive')
  const tomasz = await foyer.as('member')
  const space = (await ingrid.write(spaces.createSpace, { name: 'Line 3', visibility: 'closed' })).body
  await ingrid.write(spaces.invitePerson, { spaceId: space.id, personId: cast.member.id })
  const body = 'tab\there, back\\slash, \\N, line\nbreak, "quotes", 夜勤, \u200f, 🙂'
  const post = (await tomasz.write(spaces.writePost, { spaceId: space.id, title: 'Scrap', body })).body
  const first = (await ingrid.write(spaces.writeReply, { postId: post.id, body: 'Thank you.' })).body
  await tomasz.write(
    spaces.writeReply,
    { postId: post.id, answersId: first.id, body: 'One more.' },
    'key-00001',
  )
  await tomasz.write(spaces.react, { saidId: first.id as never, kind: 'thank' })
  await tomasz.write(spaces.editWords, { saidId: post.id as never, title: 'Scrap, again', body: 'Changed.' })
  await tomasz.write(people.updateProfile, { id: cast.member.id, languages: ['pl', 'en'] })
  await requeueJobs(foyer.url, WAITING)
  mkdirSync(join(living, 'files', 'kept', 'ab'), { recursive: true })
  writeFileSync(join(living, 'files', 'kept', 'ab', 'abcd'), Buffer.from([0, 255, 10, 13, 0]))
}

function backUp(): string {
  backups += 1
  const path = join(home, `backup-${backups}.zip`)
  const made = run({ url: foyer.url, data: living }, 'backup', path)
  assert.equal(made.status, 0, made.complained)
  return path
}

let whole: string | undefined

/** A backup for those who only read it. */
function wholeBackup(): string {
  whole ??= backUp()
  return whole
}

/** Every row of every table, as one hash a table. */
async function everythingIn(url: string): Promise<Record<string, string>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const hashes: Record<string, string> = {}
  for (const { name } of await listTables(client)) {
    const found = await client.query<{ hash: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, e'\\n' order by t::text)), '') as hash from ${name} t`,
    )
    hashes[name] = found.rows[0]?.hash ?? ''
  }
  hashes.jobs = JSON.stringify(await readWaitingJobs(client))
  await client.end()
  return hashes
}

/** How somebody with this cookie stands with the Foyer of a place. */
async function standingAt({ url, data }: Place, cookie: string): Promise<string> {
  const restored = await buildFoyer({
    settings: readSettings({}, data),
    databaseUrl: url,
    files: foyer.files,
    log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
    sendMail: async () => {},
    sendPush: async () => 'sent',
    fetchPage: async () => undefined,
    now: () => foyer.clock.now,
    runsJobs: false,
    checksReplies: true,
  })
  const headers = { host: 'localhost:3000', cookie }
  const answer = await restored.app.request(`http://localhost:3000${auth.whoAmI.path}`, { headers })
  await restored.stop()
  return (await answer.json()).standing
}

describe('a backup', { concurrency: false }, () => {
  it('brings everything back into an empty place, sessions, files and waiting jobs included', async () => {
    await live()
    const ingrid = await foyer.as('executive')
    const path = backUp()
    const place = await emptyPlace('restored')
    const restored = run(place, 'restore', path)
    assert.equal(restored.status, 0, restored.complained)
    assert.match(
      restored.said,
      /^Restored [\d,]+ rows of \d+ tables and 1 files, as of .*\. Start Foyer\.\n$/,
    )
    const before = await everythingIn(foyer.url)
    assert.deepEqual(await everythingIn(place.url), before)
    assert.match(before['spaces.reply'] ?? '', /^2 /)
    assert.deepEqual(JSON.parse(before.jobs ?? ''), WAITING)
    assert.equal(await standingAt(place, ingrid.cookie), 'signed-in')
    assert.deepEqual(
      readFileSync(join(place.data, 'files', 'kept', 'ab', 'abcd')),
      Buffer.from([0, 255, 10, 13, 0]),
    )
  })

  it('holds one instant: what is written while it is made is whole in it or not at all', async () => {
    const tomasz = await foyer.as('member')
    const space = (await tomasz.write(spaces.createSpace, { name: 'Meanwhile', visibility: 'open' })).body
    let isMade = false
    const writing = (async () => {
      while (!isMade) await tomasz.write(spaces.writePost, { spaceId: space.id, body: 'meanwhile' })
    })()
    const path = join(home, 'meanwhile.zip')
    const env = { PATH: process.env.PATH ?? '', DATABASE_URL: foyer.url, FOYER_DATA: living }
    const child = spawn(process.execPath, [MAIN, 'backup', path], { env, stdio: 'ignore' })
    const status = await new Promise((resolve) => child.on('close', resolve))
    isMade = true
    await writing
    assert.equal(status, 0)
    const place = await emptyPlace('meanwhile')
    assert.equal(run(place, 'restore', path).status, 0)
    const client = new pg.Client({ connectionString: place.url })
    await client.connect()
    const { rows } = await client.query(
      `select count(*)::int as posts, count(t.post_id)::int as threads
       from spaces.post p left join spaces.thread t on t.post_id = p.id`,
    )
    await client.end()
    assert.equal(rows[0].posts, rows[0].threads)
  })

  it('is not made over a file that is there', () => {
    const path = wholeBackup()
    const again = run({ url: foyer.url, data: living }, 'backup', path)
    assert.equal(again.status, 1)
    assert.equal(again.complained, `There is a file ${path} already. Give another name.\n`)
  })

  it('is not brought back over a network that is there, which stays as it was', async () => {
    const path = wholeBackup()
    const before = await everythingIn(foyer.url)
    const refused = run({ url: foyer.url, data: living }, 'restore', path)
    assert.equal(refused.status, 1)
    assert.match(refused.complained, /^There is a network here already\. Restore into an empty place/)
    assert.deepEqual(await everythingIn(foyer.url), before)
  })

  const damages: [string, (bytes: Buffer) => Buffer][] = [
    ['cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['empty', () => Buffer.alloc(0)],
    ['no zip at all', () => Buffer.from('not a backup')],
    [
      'changed in one byte of a file',
      (bytes) => {
        const changed = Buffer.from(bytes)
        const at = changed.indexOf(Buffer.from([0, 255, 10, 13, 0]))
        changed[at] = 7
        return changed
      },
    ],
  ]
  for (const [what, damage] of damages) {
    it(`says so in a sentence when it is ${what}, and leaves the place empty`, async () => {
      const path = join(home, `damaged ${what}.zip`)
      const whole = wholeBackup()
      writeFileSync(path, damage(readFileSync(whole)))
      const place = await emptyPlace(`damaged ${what}`)
      const refused = run(place, 'restore', path)
      assert.equal(refused.status, 1)
      assert.match(refused.complained, /^[A-Z/].*\.\n$/)
      // Empty enough to take a whole one afterwards.
      assert.equal(run(place, 'restore', whole).status, 0)
    })
  }
})
