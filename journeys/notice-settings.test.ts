import { test } from 'node:test'
import { notices } from '#contract/notices'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { mention } from '#testing/cast'
import { type House, openHouse } from './house.ts'
import { becomes } from './waiting.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

for (const device of devices) {
  test(`one says how notices reach one, and it holds, on a ${device}`, { timeout: JOURNEY_MS }, async () => {
    const house = await openHouse()
    const walker = await house.enter(device, 'executive')
    await nothingWaits(walker)
    await somethingWaits(walker, house)
    await chooseTimes(walker, house)
    await chooseWhoMay(walker)
    await hearMoreOfSpace(walker)
  })
}

async function nothingWaits(walker: Walker): Promise<void> {
  const { page } = walker
  await walker.goTo('/settings')
  await page.getByRole('link', { name: 'How notices reach you' }).click()
  await page.getByText('Nothing waits for you, so nothing will come.').waitFor()
  await page.getByText(/takes no pushes from Foyer|does not take pushes yet/).waitFor()
  await walker.look('How notices reach you')
}

/** What waits is named, with when it comes: in the zone of the device, where the profile names none. */
async function somethingWaits(walker: Walker, house: House): Promise<void> {
  const member = await house.as('member')
  const space = must(
    await (await house.as('executive')).write(spaces.createSpace, { name: 'Plant', visibility: 'open' }),
  )
  const body = `${mention('executive')}, may I stop it at night?`
  must(await member.write(spaces.writePost, { spaceId: space.id, title: 'Line 3', body }))
  await house.runJobs()
  await walker.page.reload()
  await walker.page
    .getByText('Your next mail comes on Monday, March 2 at 16:00, with one thread: “Line 3”.')
    .waitFor()
}

async function chooseTimes(walker: Walker, house: House): Promise<void> {
  const { page } = walker
  await page.getByLabel('Batch at 16:00', { exact: true }).fill('12:30')
  await page.getByLabel('Batch at 16:00', { exact: true }).blur()
  await page.getByText('at 12:30, with one thread').waitFor()
  await walker.through(/status of 400/, async () => {
    await page.getByLabel('Quiet until').fill('13:00')
    await page.getByLabel('Quiet until').blur()
    await page.getByText('would fall into your quiet hours').waitFor()
  })
  await page.getByRole('button', { name: 'One more' }).click()
  await page.getByLabel('Batch at 12:00', { exact: true }).waitFor()
  await page.getByRole('radio', { name: 'Only in Foyer' }).check()
  await page.getByText('Nothing leaves Foyer.').waitFor()
  const executive = await house.as('executive')
  await becomes(page, ['in-app', ['08:00', '12:00', '12:30'], '07:00'], async () => {
    const { settings } = must(await executive.read(notices.getSettings, {}))
    return [settings.first, settings.times, settings.quietUntil]
  })
}

async function chooseWhoMay(walker: Walker): Promise<void> {
  const { page } = walker
  await page.getByRole('combobox', { name: 'Who may, too' }).fill('Daniel')
  await page.getByRole('option', { name: 'Daniel Reyes' }).click()
  await page.getByText('Daniel Reyes may reach you in quiet hours.').waitFor()
  await page.getByRole('combobox', { name: 'Of whom not' }).fill('Omar')
  await page.getByRole('option', { name: 'Omar Said' }).click()
  await page.getByRole('button', { name: 'Hear again: Omar Said' }).waitFor()
  await walker.look('How notices reach you')
}

async function hearMoreOfSpace(walker: Walker): Promise<void> {
  const { page } = walker
  await walker.goTo('/notices')
  await walker.look('Notices')
  await page.getByRole('button', { name: 'More for Line 3' }).click()
  await page.getByRole('menuitem', { name: 'Only mentions in Plant' }).click()
  await page.getByText('You hear of Plant only when you are mentioned.').waitFor()
  await walker.goTo('/spaces')
  await page.getByRole('link', { name: 'Plant' }).first().click()
  await page.getByRole('button', { name: 'More', exact: true }).click()
  const hears = page.getByRole('combobox', { name: 'Notices of this space' })
  await becomes(page, 'mentions', () => hears.inputValue())
  await hears.selectOption('every-post')
  await page.getByText('You hear of every post here.').waitFor()
  await walker.look('Plant')
}
