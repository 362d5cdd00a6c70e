// Whatever commits is read once by everybody who reads on, in whichever order transactions began and ended.
import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sql } from 'kysely'
import pg from 'pg'
import { startFoyer } from '#testing/foyer'
import { findPosition, forgetHappenings, type Happening, readHappenings, telling } from './live-happening.ts'

const foyer = await startFoyer({ isEmpty: true })
const { db } = foyer

const happening = (id: string): Happening => ({ what: 'test/happened', id })

/** Somebody who has read everything so far, and reads on. */
async function reader() {
  let position = await findPosition(db)
  return async () => {
    const read = await readHappenings(db, { after: position, most: 100, wakes: undefined })
    position = read.position
    return read.happenings.map(({ id }) => id)
  }
}

/** A transaction that has told something and is not over. */
async function begun(id: string) {
  const client = new pg.Client({ connectionString: foyer.url })
  await client.connect()
  await client.query('begin')
  await client.query('select platform.tell($1)', [JSON.stringify(happening(id))])
  const over = (word: 'commit' | 'rollback') => async () => {
    await client.query(word)
    await client.end()
  }
  return { commit: over('commit'), rollBack: over('rollback') }
}

describe('happenings', () => {
  it('are read once each, also when what began first commits last', async () => {
    const read = await reader()
    const slow = await begun('slow')
    await sql`select ${telling(happening('fast'))}`.execute(db)
    assert.deepEqual(await read(), ['fast'])
    assert.deepEqual(await read(), [])
    await sql`select ${telling(happening('later'))}`.execute(db)
    assert.deepEqual(await read(), ['later'])
    await slow.commit()
    assert.deepEqual(await read(), ['slow'])
    assert.deepEqual(await read(), [])
  })

  it('that were under way when one began to read are read when they commit', async () => {
    const before = await begun('before')
    const read = await reader()
    assert.deepEqual(await read(), [])
    await before.commit()
    assert.deepEqual(await read(), ['before'])
  })

  it('that are rolled back are never read', async () => {
    const read = await reader()
    const undone = await begun('undone')
    await undone.rollBack()
    await sql`select ${telling(happening('done'))}`.execute(db)
    assert.deepEqual(await read(), ['done'])
  })

  it('wake the others in the statement that reads them, and only if there are any', async () => {
    const client = new pg.Client({ connectionString: foyer.url })
    await client.connect()
    await client.query('listen test_wire')
    const heard: string[] = []
    client.on('notification', ({ payload }) => heard.push(payload ?? ''))
    let position = await findPosition(db)
    for (const id of ['one', undefined]) {
      if (id !== undefined) await sql`select ${telling(happening(id))}`.execute(db)
      const wakes = { channel: 'test_wire', as: `after ${id}` }
      position = (await readHappenings(db, { after: position, most: 100, wakes })).position
    }
    // What was sent to a connection reaches it before its next answer.
    await client.query('select 1')
    await client.end()
    assert.deepEqual(heard, ['after one'])
  })

  it('are forgotten after some minutes', async () => {
    await sql`select ${telling(happening('kept'))}`.execute(db)
    const count = async () =>
      (await sql<{ n: number }>`select count(*)::int as n from platform.happening`.execute(db)).rows[0]?.n ??
      0
    const told = await sql<{ at: Temporal.Instant }>`select max(at) as at from platform.happening`.execute(db)
    const at = told.rows[0]?.at ?? foyer.clock.now
    await forgetHappenings(db, at.add({ minutes: 5 }))
    assert.notEqual(await count(), 0)
    await forgetHappenings(db, at.add({ minutes: 11 }))
    assert.equal(await count(), 0)
  })
})
