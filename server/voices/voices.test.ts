// Whom one heard, through the room's own door.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import type { SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { voices } from '#contract/voices'
import type { CastName } from '#testing/cast'
import { startFoyer } from '#testing/foyer'

const foyer = await startFoyer()
let plant: SpaceId
let board: SpaceId

before(async () => {
  plant = (await (await foyer.as('member')).write(spaces.createSpace, { name: 'Plant', visibility: 'open' }))
    .body.id
  const executive = await foyer.as('executive')
  board = (await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).body.id
})

async function say(who: CastName, body: string, spaceId = plant): Promise<SaidId> {
  const said = await (await foyer.as(who)).write(spaces.writePost, { spaceId, body })
  assert.equal(said.problem, undefined)
  return said.body.id as string as SaidId
}

async function read(who: CastName, saidId: SaidId, seconds = 20) {
  return (await foyer.as(who)).write(voices.recordReading, { saidId, seconds })
}

const heardBy = async (who: CastName, days = 30) =>
  (await (await foyer.as(who)).read(voices.whoYouHeard, { days })).body
const countIn = (heard: Awaited<ReturnType<typeof heardBy>>, band: string) =>
  heard.bands.find((each) => each.band === band)?.readCount

describe('a reading', () => {
  it('counts for its reader alone, once for each thing said', async () => {
    const said = await say('member', 'The valve sticks.')
    assert.equal((await read('steward', said)).status, 200)
    assert.equal((await read('steward', said)).status, 200)
    const heard = await heardBy('steward')
    assert.deepEqual([heard.readTotal, heard.voiceTotal], [1, 1])
    for (const who of ['member', 'administrator', 'executive'] as const) {
      assert.equal((await heardBy(who)).readTotal, 0)
    }
  })

  it('of your own words counts nothing', async () => {
    const said = await say('plantManager', 'I wrote this.')
    assert.equal((await read('plantManager', said)).status, 200)
    assert.equal((await heardBy('plantManager')).readTotal, 0)
  })

  it('of what is hidden from you is as a reading of nothing', async () => {
    const hidden = await read('outsider', await say('executive', 'For the board alone.', board))
    const nothing = await read('outsider', '00000000-0000-7000-8000-00000000ffff' as SaidId)
    assert.equal(hidden.status, 404)
    const { requestId: _one, ...hiddenProblem } = hidden.problem!
    const { requestId: _other, ...nothingProblem } = nothing.problem!
    assert.deepEqual(hiddenProblem, nothingProblem)
    assert.equal((await heardBy('outsider')).readTotal, 0)
  })

  it('lasts from nothing to an hour', async () => {
    const said = await say('member', 'How long?')
    for (const seconds of [-1, 3601]) assert.equal((await read('steward', said, seconds)).status, 400)
    for (const seconds of [0, 3600]) assert.equal((await read('steward', said, seconds)).status, 200)
  })
})

describe('who you heard', () => {
  it('says nothing of a silence but that it is one', async () => {
    const heard = await heardBy('supervisor')
    assert.equal(heard.sentence, 'You have not read anything here in the last 30 days.')
    assert.deepEqual([...new Set(heard.bands.map(({ readShare }) => readShare))], [0])
  })

  it('lays what you read, by distance, beside what the network is made of', async () => {
    const authors: CastName[] = ['delegate', 'plantManager', 'steward', 'member', 'member', 'outsider']
    for (const [number, who] of authors.entries()) await read('executive', await say(who, `word ${number}`))
    const heard = await heardBy('executive')
    assert.deepEqual(
      heard.bands.map(({ band, readCount }) => [band, readCount]),
      [
        ['your-reports', 2],
        ['two-steps', 1],
        ['three-or-more', 2],
        ['elsewhere', 1],
      ],
    )
    assert.deepEqual([heard.readTotal, heard.voiceTotal], [6, 5])
    // Of the eight others, two report to her, three stand two steps away, one three; two share no tree with her.
    assert.deepEqual(
      heard.bands.map(({ networkShare }) => networkShare),
      [2 / 8, 3 / 8, 1 / 8, 2 / 8],
    )
    for (const share of ['readShare', 'networkShare'] as const) {
      const sum = heard.bands.reduce((total, band) => total + band[share], 0)
      assert.ok(Math.abs(sum - 1) < 1e-9)
    }
    assert.match(heard.sentence, /^You heard 5 voices in the last 30 days; too few yet/)
  })

  it('names a share once there is enough to see one', async () => {
    for (let number = 0; number < 6; number += 1)
      await read('executive', await say('member', `more ${number}`))
    const heard = await heardBy('executive')
    assert.equal(heard.readTotal, 12)
    assert.match(heard.sentence, /67 % of what you read came from three or more steps away, where 13 %/)
  })

  it('forgets with the days asked for', async () => {
    foyer.clock.now = foyer.clock.now.add({ hours: 24 * 8 })
    await read('executive', await say('delegate', 'After a week'))
    assert.equal((await heardBy('executive', 7)).readTotal, 1)
    assert.equal((await heardBy('executive', 30)).readTotal, 13)
    const tooLong = await (await foyer.as('executive')).read(voices.whoYouHeard, { days: 367 })
    assert.equal(tooLong.status, 400)
  })

  it('still counts as heard somebody whose words have gone out of sight', async () => {
    const before = countIn(await heardBy('delegate'), 'your-reports')
    const said = await say('executive', 'Soon gone.')
    await read('delegate', said)
    await (await foyer.as('executive')).write(spaces.deleteWords, { saidId: said })
    assert.equal(countIn(await heardBy('delegate'), 'your-reports'), (before ?? 0) + 1)
  })
})
