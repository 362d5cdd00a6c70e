// Which voices a brief brings up, through the brief's own door.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { brief } from '#contract/brief'
import type { SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { voices } from '#contract/voices'
import { type CastName, cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
let plant: SpaceId

async function say(who: CastName, body: string): Promise<void> {
  const said = await (await foyer.as(who)).write(spaces.writePost, { spaceId: plant, body })
  assert.equal(said.problem, undefined)
}

const open = async () => {
  const { body } = await (await foyer.as('executive')).write(brief.openBrief, { minutes: 15, again: true })
  return body
}

async function unheard() {
  return (await open()).cards.filter(({ kind }) => kind === 'unheard')
}

type KeptDraw = { seed: string; cards: { key: string; stratum: object; drawnFrom: number; weight: number }[] }

async function keptDraw(briefId: string): Promise<KeptDraw> {
  const found = await sql<{ draw: KeptDraw }>`
    select plan -> 'draw' as draw from brief.brief where id = ${briefId}`.execute(foyer.db)
  return found.rows[0]!.draw
}

before(async () => {
  plant = (await (await foyer.as('member')).write(spaces.createSpace, { name: 'Plant', visibility: 'open' }))
    .body.id
  for (const who of ['member', 'outsider'] as const)
    await sql`
      update people.person set unit = 'Night shift', location = 'Leeds' where id = ${cast[who].id}`.execute(
      foyer.db,
    )
  await sql`select voices.count_network(${foyer.clock.now})`.execute(foyer.db)
  for (const who of ['delegate', 'supervisor', 'member', 'outsider'] as const)
    await say(who, `The ${who} says that one panel in nine is painted twice.`)
})

describe('an unheard voice', () => {
  it('is of nobody in the own line, and says of whom chance drew it', async () => {
    const cards = await unheard()
    assert.deepEqual(
      new Set(cards.map(({ words }) => words?.author.id)),
      new Set([cast.member.id, cast.outsider.id]),
    )
    for (const { facts } of cards)
      assert.ok(
        facts.includes(
          'Drawn from one person of Night shift, Leeds, of whom you have read nothing in 90 days',
        ),
      )
  })

  it('is kept with its seed and its stratum, the same however often it is drawn on a day', async () => {
    const [one, other] = [await open(), await open()]
    const [first, second] = [await keptDraw(one.id!), await keptDraw(other.id!)]
    assert.equal(first.seed, `${cast.executive.id}:2026-03-02`)
    assert.deepEqual(first, second)
    assert.deepEqual(
      first.cards
        .map(({ stratum }) => stratum)
        .find((stratum) => 'level' in stratum && stratum.level === '3'),
      { unit: 'Night shift', site: 'Leeds', level: '3', distance: 'three-or-more' },
    )
    assert.ok(first.cards.every(({ drawnFrom, weight }) => drawnFrom === 1 && weight > 0))
  })

  it('is nobody who would rather not be brought up, until they would again', async () => {
    const member = await foyer.as('member')
    const authors = async () => (await unheard()).map(({ words }) => words?.author.id)
    await member.write(voices.saveSurfacing, { maySurface: false })
    assert.deepEqual(await authors(), [cast.outsider.id])
    await member.write(voices.saveSurfacing, { maySurface: true })
    assert.equal((await authors()).length, 2)
  })

  it('is nobody any more once one has heard them', async () => {
    const [card] = await unheard()
    await (await foyer.as('executive')).write(voices.recordReading, {
      saidId: card!.words!.saidId,
      seconds: 9,
    })
    assert.ok((await unheard()).every(({ words }) => words?.author.id !== card!.words!.author.id))
  })
})
