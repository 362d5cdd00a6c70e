import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import type { PostId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { cast } from '#testing/cast'
import { type House, openHouse } from './house.ts'
import { type Device, JOURNEY_MS, type Walker } from './walker.ts'

const LINE_BROKE = /net::ERR_|^CallProblem|Failed to fetch/
const LISTENS = '/api/live/listen'

const ways: [reads: Device, writes: Device][] = [
  ['desktop', 'phone'],
  ['phone', 'desktop'],
]
for (const [reads, writes] of ways) {
  test(`two people talk, one on a ${reads} and one on a ${writes}`, { timeout: JOURNEY_MS }, async () => {
    const house = await openHouse()
    const plant = await openPlant(house)
    const thread = await post(house, plant, 'Line 3')
    const reader = await house.enter(reads, 'executive')
    const writer = await house.enter(writes, 'member')
    await talk(reader, writer, thread)
    await readFurtherUp(reader, house, thread)
    await lookAway(reader, house, thread)
    await loseLine(reader, house, thread)
    await stayAtHome(reader, house, plant)
  })
}

async function openPlant(house: House): Promise<SpaceId> {
  const executive = await house.as('executive')
  const { id } = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' }))
  must(await (await house.as('member')).write(spaces.joinSpace, { id }))
  return id
}

async function post(house: House, spaceId: SpaceId, title: string): Promise<PostId> {
  const member = await house.as('member')
  house.clock.now = house.clock.now.add({ seconds: 1 })
  const body = 'Who may stop it at night?\n\nWe stopped it twice, and nobody had said who may. '.repeat(12)
  return must(await member.write(spaces.writePost, { spaceId, title, body })).id
}

async function reply(house: House, postId: PostId, body: string): Promise<void> {
  const member = await house.as('member')
  house.clock.now = house.clock.now.add({ seconds: 1 })
  must(await member.write(spaces.writeReply, { postId, body }))
}

/** A reply, a reaction, other words and a deletion: each is on the other screen without anybody asking for it. */
async function talk(reader: Walker, writer: Walker, thread: PostId): Promise<void> {
  for (const { goTo, look } of [reader, writer]) {
    await goTo(`/threads/${thread}`)
    await look('Line 3')
  }
  await writer.page
    .getByRole('button', { name: /^Reply to/ })
    .last()
    .click()
  const area = writer.page.getByLabel(/^Your reply to/)
  await area.fill('Whoever stands next to it.')
  await writer.page.getByRole('button', { name: 'Reply', exact: true }).last().click()
  await reader.page.getByText('Whoever stands next to it.').waitFor()
  await reader.page.getByRole('heading', { name: '1 reply' }).waitFor()
  const said = writer.page.getByRole('listitem').filter({ hasText: 'Whoever stands next to it.' })
  await said.first().waitFor()
  assert.equal(await said.count(), 1)
  const told = reader.page.getByRole('listitem').filter({ hasText: 'Whoever stands next to it.' })
  await told.getByRole('button', { name: /^Agree/ }).click()
  await said.getByRole('button', { name: 'Agree 1' }).waitFor()
  assert.equal(await said.getByRole('button', { name: 'Agree 1' }).getAttribute('aria-pressed'), 'false')
  await said.getByRole('button', { name: /^More for/ }).click()
  await writer.page.getByRole('menuitem', { name: 'Delete' }).click()
  await reader.page.getByText(`${cast.member.name} deleted this.`).waitFor()
  await writer.page.getByRole('button', { name: 'Undo' }).click()
  await told.waitFor()
  await reader.look('Line 3')
}

/** What comes below does not move what one reads; a press leads there. */
async function readFurtherUp({ page, look }: Walker, house: House, thread: PostId): Promise<void> {
  for (let count = 0; count < 8; count += 1) await reply(house, thread, `One more word ${count}. `.repeat(40))
  await page.getByRole('heading', { name: '9 replies' }).waitFor()
  await page.evaluate(() => scrollTo(0, 0))
  const stoodAt = await page.evaluate(() => scrollY)
  await reply(house, thread, 'The last word.')
  const pill = page.getByRole('button', { name: /new repl/ })
  await pill.waitFor()
  assert.equal(await page.evaluate(() => scrollY), stoodAt)
  await page.getByRole('status').getByText(`${cast.member.name} replied`).waitFor({ state: 'attached' })
  await look('Line 3')
  await pill.click()
  await waitUntilSeen(page, 'One more word')
  await page.getByText('The last word.').scrollIntoViewIfNeeded()
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await pill.waitFor({ state: 'detached' })
}

async function waitUntilSeen(page: Page, words: string): Promise<void> {
  await page.waitForFunction((text) => {
    const found = [...document.querySelectorAll('[data-step]')].filter((each) =>
      each.textContent?.includes(text),
    )
    return found.some((each) => {
      const { top, bottom } = each.getBoundingClientRect()
      return bottom > 0 && top < innerHeight
    })
  }, words)
}

/** A tab that nobody looks at holds no connection, and knows everything once it is looked at. */
async function lookAway({ page }: Walker, house: House, thread: PostId): Promise<void> {
  const ended = page.waitForEvent('requestfailed', (request) => request.url().includes(LISTENS))
  await show(page, 'hidden')
  await ended
  await reply(house, thread, 'Said while you looked away.')
  await show(page, 'visible')
  await page.getByText('Said while you looked away.').waitFor()
}

/** Runs in the page: the browser of a test never hides a tab by itself. */
async function show(page: Page, state: 'hidden' | 'visible'): Promise<void> {
  await page.evaluate((wanted) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => wanted })
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => wanted === 'hidden' })
    document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
  }, state)
}

/** What was said while the line was away is there once it is back, without a press. */
async function loseLine({ page, look, through }: Walker, house: House, thread: PostId): Promise<void> {
  const note = page.getByText('Foyer does not answer just now. What you see')
  await through(LINE_BROKE, async () => {
    await house.goAway()
    await note.waitFor()
    await reply(house, thread, 'Said behind your back.')
    await house.comeBack()
    await page.getByText('Said behind your back.').waitFor()
  })
  await note.waitFor({ state: 'detached' })
  await look('Line 3')
}

/** New posts are announced, and come into the list by a press. */
async function stayAtHome({ page, goTo, look }: Walker, house: House, plant: SpaceId): Promise<void> {
  const listening = page.waitForResponse((response) => response.url().includes('home=yes'))
  await goTo('/')
  await look('Home')
  await listening
  await post(house, plant, 'The canteen')
  const bar = page.getByRole('button', { name: '1 new post' })
  await bar.waitFor()
  assert.equal(await page.getByRole('heading', { name: 'The canteen' }).count(), 0)
  await look('Home')
  await bar.click()
  await page.getByRole('heading', { name: 'The canteen' }).waitFor()
  await bar.waitFor({ state: 'detached' })
}
