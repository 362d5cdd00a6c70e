import { test } from 'node:test'
import type { SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type CastName, mention } from '#testing/cast'
import { type House, openHouse } from './house.ts'
import { answered, becomes } from './waiting.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

const REFUSED = /status of 400/

for (const device of devices) {
  test(`a topic leads to what names it, and comes home, on a ${device}`, {
    timeout: JOURNEY_MS,
  }, async () => {
    const house = await openHouse()
    await talk(house)
    const walker = await house.enter(device, 'steward')
    await seeTopics(walker)
    await followTopic(walker)
    await mergeAndUndo(walker)
    await seeWhatIsWorth(walker)
    await shareThread(walker)
    await mentionGroup(walker, house)
  })
}

async function say(house: House, spaceId: SpaceId, { by, body }: { by: CastName; body: string }) {
  house.clock.now = house.clock.now.add({ minutes: 1 })
  must(await (await house.as(by)).write(spaces.writePost, { spaceId, body }))
}

async function talk(house: House): Promise<void> {
  const member = await house.as('member')
  const { id } = must(await member.write(spaces.createSpace, { name: 'Plant', visibility: 'open' }))
  must(await member.write(spaces.createSpace, { name: 'Office', visibility: 'open' }))
  await say(house, id, { by: 'member', body: 'Less #scrap at the paint line since Monday, thanks to #lean.' })
  await say(house, id, { by: 'supervisor', body: 'The night shift sees more #skrap again.' })
  await say(house, id, { by: 'executive', body: `${mention('steward')}, who looks after our #scrap?` })
}

async function seeTopics(walker: Walker): Promise<void> {
  const { page } = walker
  await walker.goTo('/topics')
  await walker.look('Topics')
  await page.getByRole('link', { name: '#scrap' }).click()
  await walker.look('#scrap')
  await page.getByText('2 threads that you may read.').waitFor()
  await page.getByRole('link', { name: '#lean' }).first().waitFor()
}

/** From the words of a post to the page of their topic, and from there home. */
async function followTopic(walker: Walker): Promise<void> {
  const { page } = walker
  const follow = page.getByRole('button', { name: 'Follow', exact: true })
  await answered(page, 'spaces/follow-topic', () => follow.click())
  await page.getByRole('button', { name: 'Following', exact: true }).waitFor()
  await walker.goTo('/')
  await walker.look('Home')
  await becomes(page, 2, () => page.getByText('as you follow #scrap').count())
  await page.locator('a.topic', { hasText: '#lean' }).click()
  await walker.look('#lean')
}

async function mergeAndUndo(walker: Walker): Promise<void> {
  const { page } = walker
  await walker.goTo('/topics/skrap')
  await walker.look('#skrap')
  await page.getByRole('button', { name: 'Merge' }).click()
  const dialog = page.getByRole('dialog', { name: 'Merge #skrap' })
  await dialog.getByLabel('Into which topic').fill('#skrap')
  await walker.through(REFUSED, async () => {
    await dialog.getByRole('button', { name: 'Merge' }).click()
    await dialog.getByText('These are the same topic.').waitFor()
  })
  await walker.look('#skrap')
  await dialog.getByLabel('Into which topic').fill('#Scrap')
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await walker.look('#scrap')
  await page.getByText('3 threads that you may read.').waitFor()
  await walker.goTo('/topics')
  await page.getByRole('button', { name: 'Take back the merge of #skrap' }).click()
  await page.getByText('#skrap stands for itself again.').waitFor()
  await walker.goTo('/topics/skrap')
  await page.getByText('One thread that you may read.').waitFor()
}

async function seeWhatIsWorth(walker: Walker): Promise<void> {
  const { page } = walker
  await walker.goTo('/')
  await page.getByRole('link', { name: 'Worth your time' }).click()
  const first = page.getByRole('listitem').first()
  await first.locator('summary', { hasText: 'You are asked by name and have not answered' }).waitFor()
  await first.getByText('Why am I seeing this?').click()
  await first.getByRole('rowheader', { name: 'Together' }).waitFor()
  await page.getByRole('heading', { name: 'That’s all.' }).waitFor()
  await page.getByText(/Look again on \w+ at \d\d:\d\d/).waitFor()
  await walker.look('Home')
}

/** From the thread into another space, where it says whose it is. */
async function shareThread(walker: Walker): Promise<void> {
  const { page } = walker
  await page.getByRole('link', { name: /who looks after our/ }).click()
  await walker.look(/Ingrid Solheim in Plant/)
  await page.getByRole('button', { name: /^More for what Ingrid Solheim said/ }).click()
  await page.getByRole('menuitem', { name: 'Share into another space' }).click()
  const dialog = page.getByRole('dialog', { name: 'Share into another space' })
  await dialog.getByRole('button', { name: 'Share into Office' }).click()
  await dialog.getByRole('button', { name: 'Take out of Office' }).waitFor()
  await walker.look(/Ingrid Solheim in Plant/)
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: 'Office' }).click()
  await walker.look('Office')
  await page.getByText('now in Plant').waitFor()
}

/** A group is made, filled, and mentioned in words. */
async function mentionGroup(walker: Walker, house: House): Promise<void> {
  const { page } = walker
  await walker.goTo('/groups')
  await walker.look('Groups to mention')
  await page.getByLabel('Name of another group').fill('Night crew')
  await page.getByRole('button', { name: 'Make the group' }).click()
  await walker.look('Night crew')
  await page.getByRole('combobox', { name: 'Add somebody' }).fill('tomasz')
  await page.getByRole('option', { name: /Tomasz Okafor/ }).click()
  await page.getByRole('button', { name: 'Take out Tomasz Okafor' }).waitFor()
  await walker.look('Night crew')
  const steward = await house.as('steward')
  const office = must(await steward.read(spaces.listSpaces, { search: 'Office' })).items[0]
  await walker.goTo(`/spaces/${office?.id}`)
  await page.getByRole('button', { name: 'Say something in Office' }).click()
  await page.getByRole('textbox', { name: 'What is on your mind?' }).click()
  await page.keyboard.type('For @nig')
  await page.getByRole('option', { name: /Night crew/ }).click()
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await page.locator('a.mention', { hasText: 'Night crew' }).waitFor()
  await walker.look('Office')
}
