import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { ReplyOf } from '#contract/endpoint'
import { library, type Shelf } from '#contract/library'
import type { PersonId, PostId, ReplyId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { answer, ask, merge, reuse, wait } from '#testing/answers-house'
import { type CastName, cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
let plant: SpaceId
let board: SpaceId
let gate: SpaceId

before(async () => {
  const member = await foyer.as('member')
  const executive = await foyer.as('executive')
  plant = must(await member.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
  board = must(await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).id
  const porous = { name: 'Gate', visibility: 'closed' as const, isPorous: true }
  gate = must(await executive.write(spaces.createSpace, porous)).id
  must(await executive.write(spaces.invitePerson, { spaceId: gate, personId: cast.guest.id }))
})

type Asked = { shelf: Shelf; spaceId?: SpaceId; topic?: string; answeredBy?: PersonId }

async function shelfOf(who: CastName, asked: Asked) {
  return must(await (await foyer.as(who)).read(library.listLibrary, { limit: 50, ...asked })).items
}

const idsOn = async (who: CastName, asked: Asked) => (await shelfOf(who, asked)).map(({ postId }) => postId)

describe('the shelves', () => {
  let space: SpaceId
  let open: PostId
  let wanted: PostId
  let fresh: PostId
  let late: PostId

  before(async () => {
    space = must(
      await (await foyer.as('member')).write(spaces.createSpace, { name: 'Yard', visibility: 'open' }),
    ).id
    open = await ask(foyer, { spaceId: space, title: 'Open one' })
    wanted = await ask(foyer, { spaceId: space, title: 'Wanted one' })
    await wait(foyer, wanted, ['delegate', 'steward'])
    late = await ask(foyer, { spaceId: space, title: 'Late one', body: 'Of the #forklift' })
    await answer(foyer, { postId: late, by: 'executive', reviewOn: '2026-02-01' })
    fresh = await ask(foyer, { spaceId: space, title: 'Fresh one', body: 'Also of the #forklift' })
    await answer(foyer, { postId: fresh, by: 'member', reviewOn: '2026-09-01' })
    await reuse(foyer, late, ['supervisor', 'steward'])
    await reuse(foyer, fresh, ['supervisor'])
  })

  it('hold what is asked and unanswered, the most waited for first', async () => {
    const items = await shelfOf('supervisor', { shelf: 'unanswered', spaceId: space })
    assert.deepEqual(
      items.map(({ postId, waitingCount, state }) => ({ postId, waitingCount, state })),
      [
        { postId: wanted, waitingCount: 2, state: 'open' },
        { postId: open, waitingCount: 0, state: 'open' },
      ],
    )
  })

  it('put what is out of date below what stands, however often it was used', async () => {
    assert.deepEqual(await idsOn('supervisor', { shelf: 'most-reused', spaceId: space }), [fresh, late])
    assert.deepEqual(await idsOn('supervisor', { shelf: 'latest', spaceId: space }), [fresh, late])
    assert.deepEqual(await idsOn('supervisor', { shelf: 'stale', spaceId: space }), [late])
  })

  it('show who answered, and that it was an executive', async () => {
    const [first, second] = await shelfOf('supervisor', { shelf: 'latest', spaceId: space })
    assert.deepEqual([first?.answer?.isExecutive, second?.answer?.isExecutive], [false, true])
    assert.equal(second?.answer?.author.name, cast.executive.name)
    assert.equal(second?.owner?.id, cast.executive.id)
    assert.equal(second?.reviewOn, '2026-02-01')
    assert.equal(second?.state, 'out-of-date')
    assert.equal(second?.line, 'Late one')
  })

  it('are narrowed by topic and by who answered', async () => {
    const byTopic = await idsOn('supervisor', { shelf: 'latest', topic: '#Forklift' })
    assert.deepEqual(byTopic, [fresh, late])
    const byPerson = await idsOn('supervisor', { shelf: 'latest', answeredBy: cast.executive.id })
    assert.deepEqual(byPerson, [late])
  })

  it('are read page by page, each question once', async () => {
    const caller = await foyer.as('supervisor')
    for (const shelf of ['latest', 'most-reused', 'unanswered', 'stale'] as const) {
      const whole = await idsOn('supervisor', { shelf, spaceId: space })
      const found: PostId[] = []
      let cursor: string | null = null
      do {
        const asked: Asked & { limit: number; cursor?: string } = {
          shelf,
          spaceId: space,
          limit: 1,
          ...(cursor !== null && { cursor }),
        }
        const page: ReplyOf<typeof library.listLibrary> = must(await caller.read(library.listLibrary, asked))
        found.push(...page.items.map(({ postId }) => postId))
        cursor = page.nextCursor
      } while (cursor !== null)
      assert.deepEqual(found, whole)
    }
  })

  it('tell how often an answer was used from five people on', async () => {
    const postId = await ask(foyer, { spaceId: space, title: 'Much used' })
    await answer(foyer, { postId, by: 'executive' })
    const countOf = async () =>
      (await shelfOf('member', { shelf: 'most-reused', spaceId: space })).find(
        (each) => each.postId === postId,
      )?.reuseCount
    await reuse(foyer, postId, ['supervisor', 'steward', 'delegate', 'outsider'])
    assert.equal(await countOf(), null)
    await reuse(foyer, postId, ['administrator'])
    assert.equal(await countOf(), 5)
    foyer.clock.now = foyer.clock.now.add({ hours: 24 * 366 })
    await foyer.runJob('answers/let-reuse-fade', {})
    foyer.clock.now = foyer.clock.now.subtract({ hours: 24 * 366 })
    assert.equal(await countOf(), undefined)
  })
})

describe('what is on no shelf', () => {
  it('a question that was merged stands under its target, with all who wait for either, each once', async () => {
    const target = await ask(foyer, { spaceId: plant, title: 'Target', by: 'executive' })
    const other = await ask(foyer, { spaceId: plant, title: 'Other', by: 'member' })
    await wait(foyer, target, ['steward'])
    await wait(foyer, other, ['steward', 'delegate', 'executive'])
    await merge(foyer, other, target)
    const merged = await shelfOf('supervisor', { shelf: 'unanswered', spaceId: plant })
    assert.deepEqual(
      merged.map(({ postId, waitingCount }) => [postId, waitingCount]),
      [[target, 3]],
    )
    await merge(foyer, other, null)
    const apart = await shelfOf('supervisor', { shelf: 'unanswered', spaceId: plant })
    assert.deepEqual(
      apart.map(({ postId, waitingCount }) => [postId, waitingCount]),
      [
        [other, 3],
        [target, 1],
      ],
    )
    await foyer.as('executive').then((it) => it.write(spaces.deleteWords, { saidId: target as never }))
    await foyer.as('member').then((it) => it.write(spaces.deleteWords, { saidId: other as never }))
    assert.deepEqual(await shelfOf('supervisor', { shelf: 'unanswered', spaceId: plant }), [])
  })

  it('an answer that was deleted leaves its question unanswered', async () => {
    const postId = await ask(foyer, { spaceId: plant, title: 'Answered for a while' })
    const replyId: ReplyId = await answer(foyer, { postId, by: 'executive' })
    assert.deepEqual(await idsOn('member', { shelf: 'latest', spaceId: plant }), [postId])
    must(await (await foyer.as('executive')).write(spaces.deleteWords, { saidId: replyId as never }))
    assert.deepEqual(await idsOn('member', { shelf: 'latest', spaceId: plant }), [])
    assert.deepEqual(await idsOn('member', { shelf: 'unanswered', spaceId: plant }), [postId])
  })

  it('what another answer replaces', async () => {
    const first = await ask(foyer, { spaceId: plant, title: 'First' })
    const second = await ask(foyer, { spaceId: plant, title: 'Second' })
    await answer(foyer, { postId: first, by: 'executive' })
    await answer(foyer, { postId: second, by: 'executive' })
    await sql`update answers.question set superseded_by = ${second} where post_id = ${first}`.execute(
      foyer.db,
    )
    assert.deepEqual(await idsOn('member', { shelf: 'latest', spaceId: plant }), [second])
  })
})

describe('sight', () => {
  let secret: PostId
  let porous: PostId

  before(async () => {
    secret = await ask(foyer, { spaceId: board, title: 'Secret', body: 'Of the #merger', by: 'executive' })
    await answer(foyer, { postId: secret, by: 'executive' })
    porous = await ask(foyer, { spaceId: gate, title: 'Porous', by: 'executive' })
    await answer(foyer, { postId: porous, by: 'executive' })
  })

  it('no shelf and no filter shows a question that one may not read', async () => {
    for (const who of ['outsider', 'member', 'administrator', 'guest'] as const) {
      for (const asked of [{}, { spaceId: board }, { topic: 'merger' }, { answeredBy: cast.executive.id }]) {
        for (const shelf of ['most-reused', 'latest', 'stale', 'unanswered'] as const)
          assert.ok(!(await idsOn(who, { shelf, ...asked })).includes(secret), `${who} ${shelf}`)
      }
    }
    assert.deepEqual(await idsOn('executive', { shelf: 'latest', spaceId: board }), [secret])
  })

  it('a guest reads the answers of the spaces they are in, and no others', async () => {
    assert.deepEqual(await idsOn('guest', { shelf: 'latest' }), [porous])
  })

  it('nobody is let in who is not signed in', async () => {
    assert.equal((await foyer.anyone.read(library.listLibrary, {})).status, 401)
  })

  it('a cursor of another shelf, or of none, is refused in a sentence', async () => {
    const caller = await foyer.as('member')
    const made = (parts: string[]) => Buffer.from(JSON.stringify(parts)).toString('base64url')
    const id = '0192f0c1-0000-7000-8000-000000000000'
    for (const parts of [
      ['0', '2026-02-30', id],
      ['2', '2026-02-03', id],
      ['0', '7', id],
      ['0', 'x', id],
      ['0'],
    ]) {
      const answered = await caller.read(library.listLibrary, { shelf: 'stale', cursor: made(parts) })
      assert.equal(answered.problem?.code, 'wrong-cursor', parts.join())
    }
  })
})
