import { test } from 'node:test'
import type { PostId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type CastName, mention } from '#testing/cast'
import { type House, openHouse } from './house.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

const LINE_BROKE = /net::ERR_|^CallProblem|Failed to fetch/

for (const device of devices) {
  test(`the bell says what concerns you, and no more, on a ${device}`, { timeout: JOURNEY_MS }, async () => {
    const house = await openHouse()
    const thread = await beginThread(house)
    const walker = await house.enter(device, 'executive')
    await nothingWaits(walker)
    await hearOfReply(walker, house, thread)
    await muteThread(walker, house, thread)
    await readAllAndUndo(walker, house, thread)
    await needAnswer(walker)
    await comeWithoutLine(walker, house)
  })
}

async function beginThread(house: House): Promise<PostId> {
  const executive = await house.as('executive')
  const { id } = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' }))
  const body = 'Who may stop it at night?\n\nWe stopped it twice. '.repeat(30)
  return must(await executive.write(spaces.writePost, { spaceId: id, title: 'Line 3', body })).id
}

type Said = { body: string; by?: CastName }

async function reply(house: House, postId: PostId, { body, by = 'member' }: Said): Promise<void> {
  house.clock.now = house.clock.now.add({ seconds: 10 })
  must(await (await house.as(by)).write(spaces.writeReply, { postId, body }))
  await house.runJobs()
}

const ringing = ({ page }: Walker, name: string) =>
  page.getByRole('link', { name, exact: true }).and(page.locator(':visible'))

async function nothingWaits(walker: Walker): Promise<void> {
  await walker.goTo('/')
  await walker.look('Home')
  await ringing(walker, 'Notices').click()
  await walker.look('Notices')
  await walker.page.getByText('Nothing is waiting for you.').waitFor()
  await walker.goTo('/')
}

/** While one looks at something else the bell counts; its notice leads to the reply, and has then done its work. */
async function hearOfReply(walker: Walker, house: House, thread: PostId): Promise<void> {
  const { page, device } = walker
  await reply(house, thread, { body: 'Whoever stands next to it.' })
  await ringing(walker, 'Notices, 1 unread').waitFor()
  await reply(house, thread, {
    body: `${mention('executive')}, is that right?`,
  })
  if (device === 'desktop') await page.keyboard.press('i')
  else await ringing(walker, 'Notices, 1 unread').click()
  await page.getByText('Tomasz Okafor mentioned you.').waitFor()
  await page.getByText('because you were mentioned').waitFor()
  await walker.look('Notices')
  await page.getByRole('link', { name: 'Line 3' }).click()
  await walker.look('Line 3')
  const landed = page.getByRole('listitem').filter({ hasText: 'Whoever stands next to it.' })
  await landed.and(page.locator('[aria-current="true"]')).waitFor()
  await ringing(walker, 'Notices').waitFor()
  await page.goBack()
  await walker.look('Notices')
  await page.getByText('Unread:').first().waitFor({ state: 'detached' })
}

/** A muted thread is silent but for a mention. */
async function muteThread(walker: Walker, house: House, thread: PostId): Promise<void> {
  const { page } = walker
  await page.getByRole('link', { name: 'Line 3' }).click()
  const mute = page.getByRole('button', { name: 'Only tell me when I am mentioned' })
  await mute.click()
  await page.getByText('You hear of this thread only when you are mentioned.').waitFor()
  await mute.and(page.locator('[aria-pressed="true"]')).waitFor()
  await walker.look('Line 3')
  await walker.goTo('/')
  await reply(house, thread, { body: 'Nobody minds.' })
  await reply(house, thread, {
    body: `${mention('executive')}, one more thing.`,
  })
  await ringing(walker, 'Notices, 1 unread').click()
  await page.getByText('Tomasz Okafor mentioned you.').waitFor()
  await page.getByText('you hear of it only then').waitFor()
  await page.getByRole('button', { name: 'More for Line 3' }).click()
  await page.getByRole('menuitem', { name: 'Tell me of all replies again' }).click()
  await page.getByText('You hear of this thread again.').waitFor()
}

async function readAllAndUndo(walker: Walker, house: House, thread: PostId): Promise<void> {
  const { page } = walker
  await reply(house, thread, { body: 'And another.', by: 'plantManager' })
  await page.getByText('Marta Wójcik replied.').waitFor()
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await ringing(walker, 'Notices').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await ringing(walker, 'Notices, 1 unread').waitFor()
  await walker.look('Notices')
}

/** Who wrote something says by when it needs an answer; it stands on top of the thread until that is taken back. */
async function needAnswer(walker: Walker): Promise<void> {
  const { page } = walker
  await page.getByRole('link', { name: 'Line 3' }).click()
  const more = page.getByRole('button', { name: 'More for what Ingrid Solheim said' }).first()
  await more.click()
  await page.getByRole('menuitem', { name: 'Needs an answer by …' }).click()
  await page.getByRole('button', { name: 'in 2 hours' }).click()
  await page.getByText('Ingrid Solheim needs an answer by').waitFor()
  await walker.look('Line 3')
  await more.click()
  await page.getByRole('menuitem', { name: 'Needs no answer by a time' }).click()
  await page.getByText('Ingrid Solheim needs an answer by').waitFor({ state: 'detached' })
  await page.goBack()
  await walker.look('Notices')
}

/** Where Foyer does not answer, the page shows what was read before and says so, and goes on once it does. */
async function comeWithoutLine(walker: Walker, house: House): Promise<void> {
  const { page } = walker
  await walker.goTo('/people')
  await walker.look('People')
  await walker.through(LINE_BROKE, async () => {
    await house.goAway()
    await page.evaluate(() => history.pushState({}, '', '/notices'))
    await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')))
    await page.getByText('What you see here is as of').waitFor()
    await page.getByText('Marta Wójcik replied.').waitFor()
    await house.comeBack()
    await walker.goTo('/notices')
  })
  await walker.look('Notices')
}
