// A database that goes away takes nobody with it: requests are answered, and go on once it is back.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import pg from 'pg'
import { auth } from '#contract/auth'
import type { SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
const member = await foyer.as('member')
const opened = await member.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })
const plant: SpaceId = opened.body.id

const server = new URL(foyer.url)
const name = server.pathname.slice(1)
server.pathname = '/postgres'

async function onServer(text: string, values: string[] = []): Promise<number> {
  const client = new pg.Client({ connectionString: server.href })
  await client.connect()
  const { rows } = await client.query(text, values)
  await client.end()
  return rows.length
}

/** Ends every connection of Foyer to its database, as a restart of the server would. */
const cutConnections = () =>
  onServer('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [name])
const allowConnections = (word: 'true' | 'false') =>
  onServer(`alter database ${name} with allow_connections ${word}`)

describe('a database that drops its connections', () => {
  it('costs at most one answer for each of them', async () => {
    await Promise.all(Array.from({ length: 5 }, () => member.read(spaces.listSpaces, {})))
    const cut = await cutConnections()
    const statuses: number[] = []
    for (let number = 0; number <= cut; number += 1) {
      statuses.push((await member.read(spaces.listPosts, { spaceId: plant })).status)
    }
    assert.deepEqual(
      statuses.filter((status) => status !== 200 && status !== 503),
      [],
    )
    assert.equal(statuses.at(-1), 200)
  })

  it('in the middle of requests costs them a 503 at most, and nothing that was acknowledged', async () => {
    const written: string[] = []
    const statuses = new Set<number>()
    const write = async (number: number) => {
      const body = `word ${number}`
      const answer = await member.write(spaces.writePost, { spaceId: plant, body }, `word-number-${number}`)
      statuses.add(answer.status)
      if (answer.status === 200) written.push(answer.body.id)
    }
    const writes = Array.from({ length: 40 }, (_, number) => write(number))
    await cutConnections()
    await Promise.all(writes)
    assert.deepEqual(
      [...statuses].filter((status) => status !== 200 && status !== 503),
      [],
    )
    const kept = new Set<string>()
    for (let cursor: string | undefined; ; ) {
      const page = (await member.read(spaces.listPosts, { spaceId: plant, limit: 50, cursor })).body
      for (const { id } of page.items) kept.add(id)
      if (page.nextCursor === null) break
      cursor = page.nextCursor
    }
    assert.deepEqual(
      written.filter((id) => !kept.has(id)),
      [],
    )
  })
})

describe('a database that is away', () => {
  it('is said to be, without its name or address, until it is back', async () => {
    await allowConnections('false')
    await cutConnections()
    for (const answer of [
      await member.read(spaces.listSpaces, {}),
      await member.write(spaces.writePost, { spaceId: plant, body: 'Lost?' }),
      await foyer.anyone.write(auth.signIn, { address: 'tomasz@foyer.test', password: 'not the right one' }),
    ]) {
      assert.equal(answer.status, 503)
      assert.equal(answer.problem?.code, 'database-away')
      assert.doesNotMatch(JSON.stringify(answer.problem), /postgres|test_|127\.0\.0\.1|socket/i)
    }
    assert.equal((await foyer.app.request('/readyz')).status, 503)
    assert.equal((await foyer.app.request('/healthz')).status, 200)
    await allowConnections('true')
    assert.equal((await foyer.app.request('/readyz')).status, 200)
    assert.equal((await member.read(spaces.listSpaces, {})).status, 200)
  })
})
