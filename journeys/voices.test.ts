import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { SaidId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { voices } from '#contract/voices'
import { newId } from '#platform/ids'
import { addReadings } from '#rooms/voices'
import { must } from '#testing/answer'
import { type CastName, cast } from '#testing/cast'
import { type House, openHouse } from './house.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

const TITLE = 'Who you heard'

for (const device of devices) {
  test(`who you heard changes with what you read, on a ${device}`, { timeout: JOURNEY_MS }, async () => {
    const house = await openHouse()
    await settleIn(house)
    const plant = await openPlant(house)
    await readLongAgo(house)
    const walker = await house.enter(device, 'executive')
    await hearNobodyYet(walker)
    await readOften(house)
    await seeWhoIsMissing(walker)
    await readTheNightShift(walker, await say(house, 'member', plant))
    await seeThemHeard(walker)
    await stayUnnamed(walker, house)
  })
}

/** Where everybody works. */
async function settleIn({ db }: House): Promise<void> {
  const places: [CastName, string, string][] = [
    ['executive', 'Head office', 'Oslo'],
    ['delegate', 'Head office', 'Oslo'],
    ['plantManager', 'Plant', 'Gdańsk'],
    ['supervisor', 'Plant', 'Gdańsk'],
    ['member', 'Night shift', 'Leeds'],
  ]
  for (const [who, unit, location] of places)
    await sql`update people.person set unit = ${unit}, location = ${location} where id = ${cast[who].id}`.execute(
      db,
    )
}

async function openPlant(house: House): Promise<SpaceId> {
  const member = await house.as('member')
  return must(await member.write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
}

async function say(house: House, who: CastName, spaceId: SpaceId): Promise<string> {
  const body = 'One panel in nine is painted twice, and nobody on the day shift knows why.'
  return must(await (await house.as(who)).write(spaces.writePost, { spaceId, body })).id
}

/** What the executive read, without anybody having to write it. */
async function readAll({ db, clock }: House, authors: readonly CastName[]): Promise<void> {
  const readings = authors.map((who) => ({
    personId: cast.executive.id,
    saidId: newId<SaidId>(clock.now),
    authorId: cast[who].id,
    seconds: 20,
    at: clock.now,
  }))
  await addReadings(db, readings)
}

/** A month that is over, so that there is something to compare with. */
async function readLongAgo(house: House): Promise<void> {
  const { now } = house.clock
  house.clock.now = now.subtract({ hours: 24 * 29 })
  await readAll(
    house,
    Array.from({ length: 31 }, (_, at) => (at % 5 === 0 ? 'supervisor' : 'delegate')),
  )
  house.clock.now = now
}

async function hearNobodyYet({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/voices')
  await page.getByText('You have not read anything in this time.').waitFor()
  await look(TITLE)
}

async function readOften(house: House): Promise<void> {
  await readAll(
    house,
    Array.from({ length: 33 }, (_, at) => (at % 4 === 0 ? 'plantManager' : 'delegate')),
  )
}

async function seeWhoIsMissing({ page, look }: Walker): Promise<void> {
  await page.reload()
  await page
    .getByRole('status')
    .getByText('You heard 2 of 3 units in 28 days; Night shift and Leeds not at all.')
    .waitFor()
  await look(TITLE)
  const units = page.locator('section', { has: page.getByRole('heading', { name: 'Units' }) })
  await units.getByText('As a table').click()
  await units.getByRole('row', { name: /^Night shift 0 0% 25% 0×$/ }).waitFor()
  await page.getByRole('radio', { name: 'A quarter' }).check()
  await page.getByRole('status').getByText('this quarter').waitFor()
}

/** In view for longer than a glance. */
async function readTheNightShift({ page, goTo }: Walker, postId: string): Promise<void> {
  await goTo(`/threads/${postId}`)
  await page.getByText('One panel in nine').waitFor()
  await page.clock.runFor(6000)
  const noted = page.waitForResponse(/record-reading/)
  await page.getByRole('link', { name: 'Brief', exact: true }).click()
  assert.equal((await noted).status(), 200)
}

async function seeThemHeard({ page }: Walker): Promise<void> {
  await page.getByRole('link', { name: 'All of who you heard' }).click()
  await page.getByRole('status').getByText('You heard 3 of 3 units in 28 days.').waitFor()
}

async function stayUnnamed({ page, goTo, look }: Walker, house: House): Promise<void> {
  await goTo('/settings')
  const box = page.getByRole('checkbox', { name: 'May be shown to leaders as an unheard voice.' })
  await box.uncheck()
  await page.getByText('Saved.').waitFor()
  await look('Settings')
  const executive = await house.as('executive')
  assert.deepEqual(must(await executive.read(voices.getSurfacing, {})), { maySurface: false })
}
