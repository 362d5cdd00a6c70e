// How what was said becomes notices, whichever way it comes.
import assert from 'node:assert/strict'
import { beforeEach, describe, it } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import type { SaidId } from '#contract/ref'
import { newId } from '#platform/ids'
import { addArchivedWords } from '#rooms/spaces'
import { cast, mention } from '#testing/cast'
import { openNoticesHouse } from '#testing/notices-house'
import { mergeNotices, takeWaiting } from './merge.ts'

const { house, clear, tick, post, reply, thank, listOf } = await openNoticesHouse()
const { foyer } = house

beforeEach(clear)

const rowsOf = async () =>
  (
    await sql<{ row: string }>`select n::text as row from notices.notice n order by person_id`.execute(
      foyer.db,
    )
  ).rows.map(({ row }) => row)

describe('what is told', () => {
  it('is nothing of what an archive brought', async () => {
    const thread = await post('member')
    const id = newId<SaidId>(foyer.clock.now)
    tick()
    await addArchivedWords(foyer.db, [
      {
        ...{ id, spaceId: house.plant, authorId: cast.steward.id, threadId: thread, answersId: undefined },
        ...{ continuesId: undefined, title: undefined, body: 'Long ago.', folded: undefined },
        ...{ mentionIds: [cast.delegate.id], reactions: [], at: foyer.clock.now, editedAt: undefined },
      },
    ])
    for (const who of ['member', 'delegate'] as const) assert.deepEqual(await listOf(who), [])
  })

  it('comes to the same in whatever order, in however many pieces and however often', async () => {
    const thread = await post('member', `${mention('delegate')}, look`)
    const asked = await reply('steward', { to: thread, body: `${mention('plantManager')}?` })
    await reply('plantManager', { to: thread, answers: asked })
    await reply('delegate', { to: thread })
    await thank('member', asked)
    await reply('steward', { to: thread, body: mention('member') })
    const waiting = await takeWaiting(foyer.db, { until: foyer.clock.now, most: 100 })
    assert.equal(waiting.length, 6)
    await mergeNotices(foyer.db, waiting)
    const told = await rowsOf()
    assert.equal(told.length, 4)
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray([...waiting, ...waiting], { minLength: waiting.length * 2 }),
        fc.integer({ min: 1, max: 12 }),
        async (shuffled, size) => {
          await sql`delete from notices.notice`.execute(foyer.db)
          for (let from = 0; from < shuffled.length; from += size)
            await mergeNotices(foyer.db, shuffled.slice(from, from + size))
          assert.deepEqual(await rowsOf(), told)
        },
      ),
      { numRuns: 30 },
    )
    assert.deepEqual(await mergeNotices(foyer.db, waiting), [])
  })
})
