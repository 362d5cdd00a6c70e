// A write sent twice is done once.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { cloneTestDatabase } from '#testing/test-database'
import { type Db, openDb, openPool } from './db.ts'
import { forgetDoneWrites, runOnce } from './done-writes.ts'
import { refusal } from './refusal.ts'

const database = await cloneTestDatabase()
const db = openDb(openPool({ url: database.url, connections: 10 }))
/** What the API's description promises. */
const REMEMBERED_HOURS = 48
const now = Temporal.Instant.from('2026-03-02T08:00:00Z')
after(async () => {
  await db.destroy()
  await database.stop()
})
before(() => sql`create table pressed (button text, at timestamptz default clock_timestamp())`.execute(db))

const countOf = async (button: string) => {
  const found = await sql<{ count: number }>`select count(*) from pressed where button = ${button}`.execute(
    db,
  )
  return found.rows[0]?.count
}

type Press = { button: string; key?: string | undefined; caller?: string; input?: unknown; endpoint?: string }

function press({ button, key, caller = 'ingrid', input = { button }, endpoint = '/press' }: Press) {
  return runOnce({
    ...{ db, caller, key, endpoint, input, now },
    act: async (db: Db) => {
      await sql`insert into pressed (button) values (${button})`.execute(db)
      const found = await sql<{ count: number }>`select count(*) from pressed`.execute(db)
      return JSON.stringify({ button, pressedInAll: found.rows[0]?.count })
    },
  })
}

describe('a write with a key', () => {
  it('is done once, and answered the second time as the first', async () => {
    const first = await press({ button: 'bell', key: 'first-key' })
    await press({ button: 'other' })
    assert.equal(await press({ button: 'bell', key: 'first-key' }), first)
    assert.equal(await countOf('bell'), 1)
  })

  it('is done once by many who try at the same moment', async () => {
    const tries = Array.from({ length: 8 }, () => press({ button: 'door', key: 'same-moment' }))
    assert.equal(new Set(await Promise.all(tries)).size, 1)
    assert.equal(await countOf('door'), 1)
  })

  it('is refused when its key was used for something else', async () => {
    await press({ button: 'lift', key: 'used-key-1' })
    const otherwise = { name: 'Refusal', kind: 'conflict', code: 'key-used-otherwise' }
    await assert.rejects(press({ button: 'stairs', key: 'used-key-1' }), otherwise)
    await assert.rejects(press({ button: 'lift', key: 'used-key-1', endpoint: '/pull' }), otherwise)
    assert.deepEqual([await countOf('lift'), await countOf('stairs')], [1, 0])
  })

  it("is nobody else's", async () => {
    await press({ button: 'mine', key: 'shared-key', caller: 'ingrid' })
    await press({ button: 'yours', key: 'shared-key', caller: 'daniel' })
    assert.equal(await countOf('yours'), 1)
  })

  it('can be tried again after a refusal, which is not remembered, nor is anything it did', async () => {
    const once = { db, caller: 'ingrid', key: 'refused-first', endpoint: '/press', input: {}, now }
    const refused = runOnce({
      ...once,
      act: async (db) => {
        await sql`insert into pressed (button) values ('jammed')`.execute(db)
        throw refusal('conflict', 'jammed', 'It is jammed.')
      },
    })
    await assert.rejects(refused, { code: 'jammed' })
    assert.equal(await countOf('jammed'), 0)
    assert.equal(await runOnce({ ...once, act: async () => '"done"' }), '"done"')
  })

  it('has a key of 8 to 100 visible characters', async () => {
    for (const key of ['', 'short', 'x'.repeat(101), 'with space', 'tab\tstop1', 'ünïcödé-key']) {
      await assert.rejects(press({ button: 'no', key }), { kind: 'invalid', code: 'wrong-idempotency-key' })
    }
    for (const key of ['12345678', 'x'.repeat(100), '"quoted-!~"']) await press({ button: 'yes', key })
    assert.deepEqual([await countOf('no'), await countOf('yes')], [0, 3])
  })

  it('is remembered for two days', async () => {
    await press({ button: 'old', key: 'two-days-old' })
    await forgetDoneWrites(db, now.add({ hours: REMEMBERED_HOURS }))
    await press({ button: 'old', key: 'two-days-old' })
    assert.equal(await countOf('old'), 1)
    await forgetDoneWrites(db, now.add({ hours: REMEMBERED_HOURS, seconds: 1 }))
    await press({ button: 'old', key: 'two-days-old' })
    assert.equal(await countOf('old'), 2)
  })
})

describe('a write without a key', () => {
  it('is done as often as it is sent', async () => {
    await press({ button: 'keyless' })
    await press({ button: 'keyless' })
    assert.equal(await countOf('keyless'), 2)
  })
})
