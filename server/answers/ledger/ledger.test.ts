import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import type { PostId, SpaceId } from '#contract/ref'
import { type ScaleOf, scale } from '#contract/scale'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { answer, ask, merge, openAnswer, reuse, wait } from '#testing/answers-house'
import { type CastName, cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
let plant: SpaceId

const scaleOf = async (who: CastName, of: ScaleOf) =>
  must(await (await foyer.as(who)).read(scale.getScale, { of }))

async function figuresOf(who: CastName, of: ScaleOf) {
  const { figures } = await scaleOf(who, of)
  const { answers, askers, confirmed, unconfirmed } = figures
  return [answers, askers, confirmed, unconfirmed].map(({ count }) => count)
}

/** Empties what was asked, so that each test begins at nothing. */
async function clear(): Promise<void> {
  await sql`delete from spaces.post`.execute(foyer.db)
  await sql`delete from answers.scale_assumption`.execute(foyer.db)
}

async function answered(by: CastName = 'executive', asker: CastName = 'member'): Promise<PostId> {
  const postId = await ask(foyer, { spaceId: plant, title: 'Who may stop line 3?', by: asker })
  await answer(foyer, { postId, by })
  return postId
}

before(async () => {
  const member = await foyer.as('member')
  plant = must(await member.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
})

describe("one's own ledger", () => {
  it('counts who asked and waited, and who was helped without asking, each question with its row', async () => {
    await clear()
    const [one, two] = [await answered(), await answered()]
    await wait(foyer, one, ['supervisor', 'delegate'])
    await reuse(foyer, one, ['steward', 'outsider'])
    await reuse(foyer, two, ['steward'])
    await openAnswer(foyer, two, ['outsider'])
    foyer.clock.now = foyer.clock.now.add({ hours: 24 * 7 })
    const own = await scaleOf('executive', 'own')
    assert.deepEqual(await figuresOf('executive', 'own'), [2, 4, 3, 1])
    for (const figure of Object.values(own.figures))
      assert.equal(
        figure.rows.reduce((sum, { count }) => sum + count, figure.rest?.count ?? 0),
        figure.count,
      )
    assert.deepEqual(
      own.figures.confirmed.rows.map(({ postId, count }) => [postId, count]),
      [
        [one, 2],
        [two, 1],
      ],
    )
    assert.equal(own.reuses, 3.5)
    assert.deepEqual(own.minutes, { low: 3 * 6 - 2 * 6, high: 4 * 6 - 2 * 6 })
    assert.deepEqual(own.askerMinutes, { low: 15, high: 20 })
  })

  it('is empty for somebody else, whoever they are', async () => {
    await clear()
    await reuse(foyer, await answered(), ['steward'])
    for (const who of ['delegate', 'administrator', 'steward', 'member'] as const)
      assert.deepEqual(await figuresOf(who, 'own'), [0, 0, 0, 0], who)
  })

  it('counts nobody twice: not who answered, asked or waits, not who comes again, not when it is merged', async () => {
    await clear()
    const target = await answered('executive', 'member')
    const other = await answered('executive', 'supervisor')
    await wait(foyer, target, ['delegate', 'executive'])
    await wait(foyer, other, ['delegate', 'member'])
    await reuse(foyer, target, ['executive', 'member', 'delegate', 'steward', 'outsider'])
    await reuse(foyer, other, ['steward'])
    foyer.clock.now = foyer.clock.now.add({ hours: 24 })
    await reuse(foyer, target, ['steward'])
    await openAnswer(foyer, target, ['outsider'])
    await merge(foyer, other, target)
    // Two answers were written; the two who asked and the delegate were served, the steward and the outsider helped.
    assert.deepEqual(await figuresOf('executive', 'own'), [2, 3, 2, 0])
    const { figures } = await scaleOf('executive', 'own')
    assert.deepEqual(
      figures.askers.rows.map(({ postId, count }) => [postId, count]),
      [[target, 3]],
    )
    assert.deepEqual(
      figures.confirmed.rows.map(({ postId, count }) => [postId, count]),
      [[target, 2]],
    )
  })

  it('gives the askers to the answer that holds when another one was accepted before', async () => {
    await clear()
    const postId = await answered('executive')
    await answer(foyer, { postId, by: 'plantManager' })
    assert.deepEqual(await figuresOf('executive', 'own'), [0, 0, 0, 0])
    assert.deepEqual(await figuresOf('plantManager', 'own'), [1, 1, 0, 0])
    assert.deepEqual((await scaleOf('member', 'network')).figures.answers.count, 1)
  })

  it('does not count whoever opened an answer and asked something within a week, nor before the week is over', async () => {
    await clear()
    const postId = await answered()
    await openAnswer(foyer, postId, ['steward', 'supervisor'])
    assert.deepEqual(await figuresOf('executive', 'own'), [1, 1, 0, 0])
    foyer.clock.now = foyer.clock.now.add({ hours: 24 * 3 })
    await ask(foyer, { spaceId: plant, title: 'And line 4?', by: 'supervisor' })
    foyer.clock.now = foyer.clock.now.add({ hours: 24 * 5 })
    assert.deepEqual(await figuresOf('executive', 'own'), [1, 1, 0, 1])
  })

  it('tells nothing of a space that one can no longer read', async () => {
    await clear()
    const keeper = await foyer.as('member')
    const closed = must(await keeper.write(spaces.createSpace, { name: 'Night', visibility: 'private' })).id
    must(await keeper.write(spaces.invitePerson, { spaceId: closed, personId: cast.executive.id }))
    const postId = await ask(foyer, { spaceId: closed, title: 'Quiet?', by: 'member' })
    await answer(foyer, { postId, by: 'executive' })
    assert.deepEqual(await figuresOf('executive', 'own'), [1, 1, 0, 0])
    must(await (await foyer.as('executive')).write(spaces.leaveSpace, { id: closed }))
    assert.deepEqual(await figuresOf('executive', 'own'), [0, 0, 0, 0])
  })

  it('names nobody who used an answer', async () => {
    await clear()
    await reuse(foyer, await answered(), ['steward', 'outsider'])
    for (const [who, of] of [
      ['executive', 'own'],
      ['executive', 'network'],
      ['administrator', 'network'],
    ] as const) {
      const told = JSON.stringify(await scaleOf(who, of))
      for (const { id, name } of [cast.steward, cast.outsider])
        assert.ok(!told.includes(id) && !told.includes(name))
    }
  })
})

describe("the network's ledger", () => {
  it('tells fewer than five people only as that, and no minutes from which one could reckon them', async () => {
    await clear()
    await reuse(foyer, await answered(), ['steward', 'supervisor', 'delegate', 'outsider'])
    const few = await scaleOf('member', 'network')
    assert.deepEqual([few.figures.confirmed.count, few.minutes, few.reuses], [null, null, null])
    assert.deepEqual([few.figures.confirmed.rows, few.figures.askers.count], [[], null])
    await reuse(foyer, await answered(), ['steward'])
    const enough = await scaleOf('member', 'network')
    assert.equal(enough.figures.confirmed.count, 5)
    assert.deepEqual(enough.figures.confirmed.rest, { questionCount: 2, count: 5 })
    assert.deepEqual(enough.minutes, { low: 5 * 6 - 2 * 6, high: 5 * 6 - 2 * 6 })
  })

  it('is the same for everybody, and holds nothing of spaces that are not open', async () => {
    await clear()
    const board = must(
      await (await foyer.as('executive')).write(spaces.createSpace, { name: 'Board', visibility: 'private' }),
    ).id
    const postId = await ask(foyer, { spaceId: board, title: 'Secret', by: 'executive' })
    await answer(foyer, { postId, by: 'executive' })
    await answered()
    for (const who of ['executive', 'member', 'administrator'] as const)
      assert.equal((await scaleOf(who, 'network')).figures.answers.count, 1, who)
  })

  it('is not for guests, nor for whoever is not signed in', async () => {
    for (const which of ['own', 'network'] as const) {
      assert.equal((await (await foyer.as('guest')).read(scale.getScale, { of: which })).status, 403)
      assert.equal((await foyer.anyone.read(scale.getScale, { of: which })).status, 401)
    }
  })
})

describe('what is assumed', () => {
  const assumed = { minutesPerAnswer: 10, writingMinutes: 4, askerMinutes: 1, unconfirmedWeight: 0.25 }

  it('is set for oneself alone, reckoned with at once, and goes back to what is usual', async () => {
    await clear()
    await reuse(foyer, await answered(), ['steward'])
    const executive = await foyer.as('executive')
    const saved = must(await executive.write(scale.saveScaleAssumptions, { of: 'own', assumptions: assumed }))
    assert.deepEqual(saved.minutes, { low: 6, high: 6 })
    assert.deepEqual((await scaleOf('executive', 'own')).assumptions, assumed)
    assert.equal((await scaleOf('executive', 'network')).assumptions.minutesPerAnswer, 6)
    assert.equal((await scaleOf('steward', 'own')).assumptions.minutesPerAnswer, 6)
    const reset = must(await executive.write(scale.saveScaleAssumptions, { of: 'own', assumptions: null }))
    assert.deepEqual(reset.assumptions, reset.defaults)
  })

  it('of the network is set by stewards alone, and twice over as one', async () => {
    await clear()
    const asked = { of: 'network' as const, assumptions: assumed }
    const refused = await (await foyer.as('executive')).write(scale.saveScaleAssumptions, asked)
    assert.equal(refused.problem?.code, 'stewards-only')
    for (const minutesPerAnswer of [10, 12])
      must(
        await (await foyer.as('steward')).write(scale.saveScaleAssumptions, {
          of: 'network',
          assumptions: { ...assumed, minutesPerAnswer },
        }),
      )
    assert.equal((await scaleOf('member', 'network')).assumptions.minutesPerAnswer, 12)
    assert.equal((await scaleOf('member', 'network')).may.assume, false)
  })

  it('beyond reason is refused in a sentence and changes nothing', async () => {
    await clear()
    const executive = await foyer.as('executive')
    for (const wrong of [
      { ...assumed, minutesPerAnswer: -1 },
      { ...assumed, unconfirmedWeight: 1.1 },
      { ...assumed, askerMinutes: 481 },
    ]) {
      const refused = await executive.write(scale.saveScaleAssumptions, { of: 'own', assumptions: wrong })
      assert.equal(refused.status, 400)
    }
    assert.equal((await scaleOf('executive', 'own')).assumptions.minutesPerAnswer, 6)
  })
})
