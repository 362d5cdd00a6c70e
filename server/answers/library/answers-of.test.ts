import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ReplyOf } from '#contract/endpoint'
import { library } from '#contract/library'
import type { PostId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { answer, ask, reuse } from '#testing/answers-house'
import { type CastName, cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
let plant: SpaceId
let much: PostId
let little: PostId
let first: PostId
let second: PostId
let secret: PostId

async function answersOf(who: CastName, whose: CastName = 'executive') {
  const asked = { personId: cast[whose].id, limit: 50 }
  return must(await (await foyer.as(who)).read(library.listAnswersOf, asked)).items
}
const idsOf = async (who: CastName) => (await answersOf(who)).map(({ postId }) => postId)

before(async () => {
  const executive = await foyer.as('executive')
  plant = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
  const board = must(await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).id
  const answered = async (title: string, spaceId = plant) => {
    const postId = await ask(foyer, { spaceId, title, by: spaceId === board ? 'executive' : 'member' })
    await answer(foyer, { postId, by: 'executive' })
    return postId
  }
  much = await answered('Much used')
  little = await answered('Used once')
  first = await answered('First')
  second = await answered('Second')
  secret = await answered('Secret', board)
  await reuse(foyer, much, ['supervisor', 'steward', 'delegate', 'outsider', 'administrator'])
  await reuse(foyer, little, ['supervisor'])
  await ask(foyer, { spaceId: plant, title: 'Open' })
})

describe('the answers of a person', () => {
  it('stand in the order of their use, and then the latest first, without who asked', async () => {
    const items = await answersOf('member')
    assert.deepEqual(
      items.map(({ postId, reuseCount }) => [postId, reuseCount]),
      [
        [much, 5],
        [little, null],
        [second, null],
        [first, null],
      ],
    )
    assert.ok(!JSON.stringify(items).includes(cast.member.name))
  })

  it('are told as far as one may read them', async () => {
    assert.equal((await idsOf('executive')).includes(secret), true)
    for (const who of ['member', 'administrator', 'steward', 'outsider'] as const)
      assert.deepEqual(await idsOf(who), [much, little, second, first], who)
    assert.deepEqual(await idsOf('guest'), [])
  })

  it('are read page by page, each once', async () => {
    const caller = await foyer.as('member')
    const found: PostId[] = []
    let cursor: string | null = null
    do {
      const asked: { personId: typeof cast.executive.id; limit: number; cursor?: string } = {
        ...{ personId: cast.executive.id, limit: 1 },
        ...(cursor !== null && { cursor }),
      }
      const page: ReplyOf<typeof library.listAnswersOf> = must(
        await caller.read(library.listAnswersOf, asked),
      )
      found.push(...page.items.map(({ postId }) => postId))
      cursor = page.nextCursor
    } while (cursor !== null)
    assert.deepEqual(found, [much, little, second, first])
  })

  it('do not hold what is no answer any longer', async () => {
    const postId = await ask(foyer, { spaceId: plant, title: 'For a while' })
    const replyId = await answer(foyer, { postId, by: 'supervisor' })
    assert.equal((await answersOf('member', 'supervisor')).length, 1)
    must(await (await foyer.as('supervisor')).write(spaces.deleteWords, { saidId: replyId as never }))
    assert.deepEqual(await answersOf('member', 'supervisor'), [])
  })

  it('refuse a cursor of another list in a sentence', async () => {
    const caller = await foyer.as('member')
    const made = (parts: string[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
    for (const parts of [['1', '2026-02-30T00:00:00Z', much], ['x', '2026-02-03T00:00:00Z', much], ['1']]) {
      const asked = { personId: cast.executive.id, cursor: made(parts) }
      const { problem } = await caller.read(library.listAnswersOf, asked)
      assert.equal(problem?.code, 'wrong-cursor', parts.join())
    }
  })

  it('come from an index of their own, however much others answered', async () => {
    const plan = await foyer.db.transaction().execute(async (db) => {
      // There is so little in a test that the planner would rather read all of it.
      await sql`set local enable_seqscan = off`.execute(db)
      return sql<{ 'QUERY PLAN': string }>`
        explain select s.post_id from answers.shelved s
        where s.answered_by = ${cast.executive.id} and s.is_listed and s.answer_id is not null
        order by s.reuse_count desc, s.answered_at desc, s.post_id desc limit 6`.execute(db)
    })
    const steps = plan.rows.map((row) => row['QUERY PLAN']).join('\n')
    assert.match(steps, /shelved_of_answerer/)
    assert.doesNotMatch(steps, /Sort/)
  })
})
