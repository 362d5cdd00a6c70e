// Whom one heard, through the room's own door.
import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { sql } from 'kysely'
import { guests } from '#contract/guests'
import type { PostId, SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { type HeardBy, type HeardPeriod, voices } from '#contract/voices'
import { type CastName, cast } from '#testing/cast'
import { startFoyer } from '#testing/foyer'
import { voicesJobs } from './jobs.ts'

const foyer = await startFoyer()
/** Sessions end after a month, so who comes later comes in anew. */
let enter = foyer.as
let plant: SpaceId
let board: SpaceId

before(async () => {
  plant = (await (await enter('member')).write(spaces.createSpace, { name: 'Plant', visibility: 'open' }))
    .body.id
  const executive = await enter('executive')
  board = (await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' })).body.id
  for (const [who, unit, location] of [
    ['executive', 'Head office', 'Oslo'],
    ['delegate', 'Head office', 'Oslo'],
    ['plantManager', 'Plant', 'Gdańsk'],
    ['supervisor', 'Plant', 'Gdańsk'],
    ['member', 'Night shift', 'Gdańsk'],
  ] as const)
    await sql`update people.person set unit = ${unit}, location = ${location} where id = ${cast[who].id}`.execute(
      foyer.db,
    )
})

async function say(who: CastName, body: string, spaceId = plant): Promise<SaidId> {
  const said = await (await enter(who)).write(spaces.writePost, { spaceId, body })
  assert.equal(said.problem, undefined)
  return said.body.id as string as SaidId
}

async function read(who: CastName, saidId: SaidId, seconds = 20) {
  return (await enter(who)).write(voices.recordReading, { saidId, seconds })
}

const heardBy = async (who: CastName, period: HeardPeriod = 'month') =>
  (await (await enter(who)).read(voices.whoYouHeard, { period })).body
type Heard = Awaited<ReturnType<typeof heardBy>>
const dimension = (heard: Heard, by: HeardBy) => heard.dimensions.find((each) => each.by === by)!
const countsIn = (heard: Heard, by: HeardBy) =>
  dimension(heard, by).cells.map(({ key, readCount }) => [key, readCount])

async function runJob(name: string): Promise<void> {
  const job = voicesJobs.find((each) => each.name === name)!
  await job.run({ db: foyer.db, now: foyer.clock.now, facts: {} })
}

describe('a reading', () => {
  it('counts for its reader alone, once for each thing said', async () => {
    const said = await say('member', 'The valve sticks.')
    assert.equal((await read('steward', said)).status, 200)
    assert.equal((await read('steward', said)).status, 200)
    const heard = await heardBy('steward')
    assert.deepEqual([heard.readTotal, heard.voiceTotal], [1, 1])
    for (const who of ['member', 'administrator', 'executive', 'delegate'] as const) {
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

  it('is what one replied or reacted to as well, once', async () => {
    const [answered, thanked] = [await say('member', 'Who signs?'), await say('delegate', 'The rota is up.')]
    const supervisor = await enter('supervisor')
    await supervisor.write(spaces.writeReply, {
      postId: answered as string as PostId,
      body: 'The plant does.',
    })
    await supervisor.write(spaces.react, { saidId: thanked, kind: 'thank' })
    await supervisor.write(spaces.react, { saidId: answered, kind: 'agree' })
    assert.deepEqual((await heardBy('supervisor')).readTotal, 2)
    await read('supervisor', answered)
    const heard = await heardBy('supervisor')
    assert.deepEqual([heard.readTotal, heard.voiceTotal], [2, 2])
  })
})

describe('who you heard', () => {
  it('says nothing of a silence but that it is one', async () => {
    const heard = await heardBy('administrator')
    assert.equal(heard.sentence, 'You have not read anything here in 28 days.')
    assert.ok(heard.dimensions.every(({ rootJsd, band }) => rootJsd === null && band === null))
  })

  it('lays what you read beside what the network is made of', async () => {
    const authors: CastName[] = ['delegate', 'plantManager', 'steward', 'member', 'member', 'outsider']
    for (const [number, who] of authors.entries()) await read('executive', await say(who, `word ${number}`))
    const heard = await heardBy('executive')
    assert.deepEqual(countsIn(heard, 'distance'), [
      ['your-reports', 2],
      ['two-steps', 1],
      ['three-or-more', 2],
      ['elsewhere', 1],
    ])
    // Of seven others of the house two report to her, three stand two steps away and one three; one is in no tree.
    assert.deepEqual(
      dimension(heard, 'distance').cells.map(({ networkShare }) => networkShare),
      [2 / 7, 3 / 7, 1 / 7, 1 / 7],
    )
    assert.deepEqual(countsIn(heard, 'unit'), [
      ['Plant', 1],
      ['Night shift', 2],
      ['Head office', 1],
    ])
    assert.deepEqual([dimension(heard, 'unit').unknownReadCount, dimension(heard, 'unit').band], [2, null])
    assert.deepEqual([heard.readTotal, heard.voiceTotal, heard.readsMissing], [6, 5, 24])
    assert.match(heard.sentence, /^You heard 5 voices in 28 days. Read 24 more things/)
  })

  it('says the same of a network that was counted as of one that was not', async () => {
    const placesOf = ({ dimensions }: Heard) => dimensions.filter(({ by }) => by !== 'language')
    const before = await heardBy('executive')
    await runJob('voices/count-network')
    const after = await heardBy('executive')
    assert.deepEqual(placesOf(after), placesOf(before))
    assert.ok(dimension(after, 'language').cells.some(({ key, ratio }) => key === 'en' && ratio !== null))
  })

  it('gives a band and names who is missing once there is enough to see', async () => {
    for (let number = 0; number < 24; number += 1)
      await read('executive', await say('member', `more ${number}`))
    const heard = await heardBy('executive')
    assert.equal(heard.readsMissing, 0)
    assert.equal(dimension(heard, 'distance').band, 'filtered')
    assert.equal(
      heard.sentence,
      'You heard 3 of 3 units in 28 days. 87 % of what you read came from three or more steps away, where 14 % of the network is.'.replaceAll(
        ' %',
        '%',
      ),
    )
  })

  it('goes by the days asked for, and by months', async () => {
    foyer.clock.now = foyer.clock.now.add({ hours: 24 * 40 })
    enter = foyer.signIn
    await read('executive', await say('delegate', 'After forty days'))
    assert.equal((await heardBy('executive')).readTotal, 1)
    assert.equal((await heardBy('executive', 'quarter')).readTotal, 31)
    const { months } = (await (await enter('executive')).read(voices.heardOverTime, {})).body
    assert.deepEqual(
      months.map(({ month, readCount }) => [month, readCount]),
      [
        ['2026-03', 30],
        ['2026-04', 1],
      ],
    )
    const figures = months.map(({ figures }) => figures.find(({ by }) => by === 'distance')?.rootJsd)
    assert.ok((figures[0] ?? 0) > 0.35)
    assert.equal(figures[1], null)
  })

  it('still counts as heard somebody whose words have gone out of sight, and whose reading has gone', async () => {
    const said = await say('executive', 'Soon gone.')
    await read('delegate', said)
    await (await enter('executive')).write(spaces.deleteWords, { saidId: said })
    foyer.clock.now = foyer.clock.now.add({ hours: 24 * 401 })
    await runJob('voices/thin-readings')
    foyer.clock.now = foyer.clock.now.subtract({ hours: 24 * 401 })
    const kept = await sql`select from voices.reading where person_id = ${cast.delegate.id}`.execute(foyer.db)
    assert.equal(kept.rows.length, 0)
    assert.equal(countsIn(await heardBy('delegate'), 'distance')[0]?.[1], 1)
  })

  it('is nothing that a guest, or one who looks as a guest, is told', async () => {
    const steward = await enter('steward')
    assert.equal((await (await enter('guest')).read(voices.whoYouHeard, {})).status, 403)
    const look = await steward.write(guests.beginLook, { guestId: cast.guest.id })
    for (const endpoint of [voices.whoYouHeard, voices.heardOverTime, voices.getSurfacing])
      assert.equal((await steward.looking(look.body.id).read(endpoint, {})).status, 403)
  })
})
