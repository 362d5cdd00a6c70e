// Everyday conversation: what is new, what is kept, and being done with it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import type { PostId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { cast } from '#testing/cast'
import { type House, openHouse } from './house.ts'
import { holdTalk, isInView, type Talk, TITLE } from './long-talk.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

for (const device of devices) {
  test(`what came since is marked, shown and let go, on a ${device}`, { timeout: JOURNEY_MS }, async () => {
    const house = await openHouse()
    const talk = await holdTalk(house)
    const walker = await house.enter(device, 'executive')
    await findWhatIsNew(walker, house, talk)
    await chooseOrder(walker)
    await catchUp(walker, house, talk)
  })

  test(`posts are pinned, and words saved and found again, on a ${device}`, {
    timeout: JOURNEY_MS,
  }, async () => {
    const house = await openHouse()
    const talk = await holdTalk(house)
    await pinOne(await house.enter(device, 'member'), talk)
    const walker = await house.enter(device, 'executive')
    await saveSome(walker, talk)
    if (device === 'desktop') await stepByKey(walker)
  })
}

function cardOf(page: Page, title: string): Locator {
  return page.getByRole('article').filter({ hasText: title })
}

async function findWhatIsNew(walker: Walker, house: House, { long, replyIds }: Talk): Promise<void> {
  const { page, goTo, look } = walker
  const executive = await house.as('executive')
  const at = house.clock.now.toString()
  must(await executive.write(spaces.markSeen, { postId: long, at }))
  house.clock.now = house.clock.now.add({ minutes: 2 })
  const member = await house.as('member')
  const first = must(await member.write(spaces.writeReply, { postId: long, body: 'The first new one.' })).id
  replyIds.push(first)
  house.clock.now = house.clock.now.add({ minutes: 1 })
  replyIds.push(must(await member.write(spaces.writeReply, { postId: long, body: 'And another.' })).id)
  await goTo('/')
  await look('Home')
  await page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Home something new' })
    .waitFor()
  await cardOf(page, 'Label printer')
    .getByRole('link', { name: /^1 reply\W+New/ })
    .waitFor()
  await cardOf(page, TITLE)
    .getByRole('link', { name: /^502 replies\W+2 new/ })
    .click()
  await look(TITLE)
  assert.equal(
    await page.getByText('New since your last visit', { exact: true }).count(),
    0,
    'it is pages away',
  )
  await page.getByRole('link', { name: '2 new since your last visit' }).click()
  await page.getByText('New since your last visit', { exact: true }).waitFor()
  await isInView(walker, 'The first new one.')
  await look(TITLE)
  await isSeen(house, long)
  await page.goBack()
  await page.goBack()
  await look('Home')
  await cardOf(page, TITLE)
    .getByRole('link', { name: /^502 replies\W+Which/ })
    .waitFor()
}

/** Seen is noted a moment after it was shown; what the server knows is what counts. */
async function isSeen(house: House, postId: PostId): Promise<void> {
  const executive = await house.as('executive')
  for (;;) {
    const { items } = must(await executive.read(spaces.getFeed, { limit: 50 }))
    if (items.find(({ id }) => id === postId)?.newCount === 0) return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

async function chooseOrder({ page, look }: Walker): Promise<void> {
  await page.getByRole('link', { name: 'Newest first' }).click()
  await page.waitForURL('**/?order=newest')
  await page.getByRole('article').first().filter({ hasText: 'Label printer' }).waitFor()
  await page.reload()
  await look('Home')
  await page.getByRole('article').first().filter({ hasText: 'Label printer' }).waitFor()
  await page.getByRole('link', { name: 'Newest activity' }).click()
  await page.getByRole('article').first().filter({ hasText: TITLE }).waitFor()
}

async function catchUp({ page, goTo, look }: Walker, house: House, { spaceId, other }: Talk): Promise<void> {
  await goTo('/spaces')
  await look('Spaces')
  await page.getByRole('link', { name: 'Paint & Finish something new' }).click()
  await look('Paint & Finish')
  await page.getByRole('button', { name: 'Mark all as seen' }).click()
  await cardOf(page, 'Label printer')
    .getByRole('link', { name: /^1 reply\W+Label/ })
    .waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await cardOf(page, 'Label printer')
    .getByRole('link', { name: /^1 reply\W+New/ })
    .waitFor()
  await page.getByRole('button', { name: 'Mark all as seen' }).click()
  await cardOf(page, 'Label printer')
    .getByRole('link', { name: /^1 reply\W+Label/ })
    .waitFor()
  await isSeen(house, other)
  await goTo(`/spaces/${spaceId}`)
  await look('Paint & Finish')
  assert.equal(await page.getByRole('button', { name: 'Mark all as seen' }).count(), 0)
}

async function pinOne({ page, goTo, look }: Walker, { spaceId, other, long }: Talk): Promise<void> {
  for (const [id, title] of [
    [other, 'Label printer'],
    [long, TITLE],
  ] as const) {
    await goTo(`/threads/${id}`)
    await look(title)
    const post = page.getByRole('article', { name: /^What .* posted$/ })
    await post.getByRole('button', { name: /^More for what/ }).click()
    await page.getByRole('menuitem', { name: 'Pin on top of the space' }).click()
    await page.getByText('It stands on top of Paint & Finish now.').waitFor()
  }
  await goTo(`/spaces/${spaceId}`)
  await look('Paint & Finish')
  const pinned = page.getByRole('region', { name: 'Pinned' })
  await pinned.getByRole('article').nth(1).waitFor()
}

async function saveSome(walker: Walker, { other, elsewhere }: Talk): Promise<void> {
  const { page, goTo, look } = walker
  await goTo('/')
  await look('Home')
  const card = cardOf(page, TITLE)
  await card.getByRole('button', { name: /^More for/ }).click()
  await page.getByRole('menuitem', { name: 'Save' }).click()
  await card.getByRole('img', { name: 'Saved' }).waitFor()
  await page.getByText('Saved, for you alone.').waitFor()
  await goTo(`/threads/${other}/${elsewhere}`)
  await look('Label printer')
  const reply = page.getByRole('listitem').filter({ hasText: 'It prints the old one.' })
  await reply.getByRole('button', { name: /^More for what/ }).click()
  await page.getByRole('menuitem', { name: 'Save' }).click()
  await reply.getByRole('img', { name: 'Saved' }).waitFor()
  await page.getByText('Saved, for you alone.').waitFor()
  await goTo('/saved')
  await look('Saved')
  await page.getByRole('article').first().filter({ hasText: 'It prints the old one' }).waitFor()
  await page
    .getByRole('button', { name: `Remove what ${cast.member.name} said` })
    .first()
    .click()
  await page.getByText('It prints the old one.').waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('It prints the old one.').waitFor()
  await page.getByRole('link', { name: 'Open the thread' }).first().click()
  await look('Label printer')
  await isInView(walker, 'It prints the old one.')
}

async function stepByKey({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/')
  await look('Home')
  const marked = () => page.evaluate(() => document.activeElement?.closest('li')?.textContent ?? '')
  await page.keyboard.press('j')
  const first = await marked()
  await page.keyboard.press('j')
  assert.notEqual(await marked(), first)
  await page.keyboard.press('k')
  assert.equal(await marked(), first)
  await page.keyboard.press('s')
  await page
    .getByText('Saved, for you alone.')
    .or(page.getByText('No longer among what you saved.'))
    .waitFor()
  await page.keyboard.press('Shift+?')
  await page.getByRole('dialog', { name: 'Keys' }).getByText('To the next of the posts').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: /repl(y|ies)$/ }).waitFor()
}
