// A poll is made, voted in and closed; a post waits for its morning; an announcement is seen.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PostId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { cast } from '#testing/cast'
import { type House, openHouse } from './house.ts'
import { canType } from './waiting.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

for (const device of devices) {
  test(`a poll, a post for tomorrow and an announcement, on a ${device}`, {
    timeout: JOURNEY_MS,
  }, async () => {
    const house = await openHouse()
    const spaceId = await openSpace(house)
    const walker = await house.enter(device, 'executive')
    await askWithPoll(walker, spaceId)
    const postId = walker.page.url().split('/').at(-1) as PostId
    await vote(walker, house, postId)
    await closeIt(walker)
    await postLater(walker, house, spaceId)
    await seeAnnouncement(house, device, spaceId)
  })
}

async function openSpace(house: House): Promise<SpaceId> {
  const executive = await house.as('executive')
  const { id } = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' }))
  must(await (await house.as('member')).write(spaces.joinSpace, { id }))
  return id
}

async function askWithPoll({ page, goTo, look }: Walker, spaceId: SpaceId): Promise<void> {
  await goTo(`/spaces/${spaceId}`)
  await page.getByRole('button', { name: 'Say something in Plant' }).click()
  await page.getByRole('button', { name: 'Add a poll' }).click()
  await page.getByRole('textbox', { name: /^Question/ }).fill('When do we walk the line?')
  await page.getByRole('textbox', { name: 'Option 1' }).fill('Monday')
  await page.getByRole('button', { name: 'Add an option' }).click()
  await page.getByRole('textbox', { name: 'Option 2' }).fill('Friday')
  await page.getByRole('textbox', { name: 'Option 3' }).fill('Never')
  await look('Plant')
  await page.getByRole('button', { name: 'Post', exact: true }).click()
  await page.getByRole('status').getByText('Posted in Plant.').waitFor()
  await page.getByText('Poll: 0 answered, closes in 3 days').waitFor()
  await page.getByRole('link', { name: /^No reply yet/ }).click()
  await page
    .getByRole('group', { name: /walk/ })
    .or(page.getByRole('radio', { name: 'Monday' }))
    .first()
    .waitFor()
}

async function vote({ page, look }: Walker, house: House, postId: PostId): Promise<void> {
  await look(/^Ingrid Solheim in Plant$/)
  // By keyboard: one stop for the group, arrows within it.
  await page.getByRole('radio', { name: 'Monday' }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.getByRole('listitem').filter({ hasText: 'Friday' }).getByText('1 (100%)').waitFor()
  await page.getByText('Others see how many, never who.').waitFor()
  must(await (await house.as('member')).write(spaces.vote, { postId, choices: [0] }))
  await page.getByRole('listitem').filter({ hasText: 'Monday' }).getByText('1 (50%)').waitFor()
  await look(/^Ingrid Solheim in Plant$/)
  await page.getByRole('button', { name: 'Take it back' }).click()
  await page
    .getByRole('status')
    .filter({ hasText: 'taken back' })
    .getByRole('button', { name: 'Undo' })
    .click()
  await page.getByRole('listitem').filter({ hasText: 'Friday' }).getByText('your choice').waitFor()
}

async function closeIt({ page, look }: Walker): Promise<void> {
  await page.getByRole('button', { name: 'Close the poll' }).click()
  await look(/^Ingrid Solheim in Plant$/)
  await page.getByRole('button', { name: 'Close it now' }).click()
  await page.getByText('2 answered · closed').waitFor()
}

async function postLater({ page, goTo, look }: Walker, house: House, spaceId: SpaceId): Promise<void> {
  await goTo(`/spaces/${spaceId}`)
  await page.getByRole('button', { name: 'Say something in Plant' }).click()
  await canType(page)
  await page.keyboard.type('Good morning, all.')
  await page.getByRole('button', { name: 'Post later' }).click()
  await page.getByRole('button', { name: 'Tomorrow, 8:00' }).click()
  await look('Plant')
  await page.getByRole('button', { name: 'Schedule' }).click()
  await page
    .getByRole('status')
    .getByText(/on Tuesday, March 3 at 08:00/)
    .waitFor()
  await goTo('/scheduled')
  await page.getByText('Good morning, all.').waitFor()
  await look('Scheduled')
  await page.getByRole('button', { name: 'Change' }).click()
  await page.locator('.tiptap:focus').waitFor()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' And welcome.')
  await look('Scheduled')
  await page.getByRole('button', { name: 'Change' }).click()
  // While one still writes, the words stand in the editor; what is kept stands in the list.
  await page.locator('.tiptap').waitFor({ state: 'detached' })
  await page.getByText('Good morning, all. And welcome.', { exact: true }).waitFor()
  // Eight in Oslo.
  house.clock.now = Temporal.Instant.from('2026-03-03T07:00:00Z')
  await house.runJobs()
  await goTo(`/spaces/${spaceId}`)
  await page.getByText('Good morning, all. And welcome.', { exact: true }).waitFor()
  await goTo('/scheduled')
  await page.getByText(/^Here you will find posts/).waitFor()
  await look('Scheduled')
}

async function seeAnnouncement(house: House, device: Walker['device'], spaceId: SpaceId): Promise<void> {
  const executive = await house.as('executive')
  const address = 'https://works.example/plan'
  const plan = Buffer.from(
    '<title>The plan</title><meta name="description" content="Where everything goes.">',
  )
  house.web.pages.set(address, { contentType: 'text/html', bytes: plan })
  const words = { spaceId, title: 'We move', body: `Line 3 moves in May: ${address}`, isAnnouncement: true }
  const { id } = must(await executive.write(spaces.writePost, words))
  const { page, goTo, look } = await house.enter(device, 'member')
  await goTo('/')
  const announced = page.getByRole('region', { name: 'Announcement' })
  await announced.getByRole('heading', { name: 'We move' }).waitFor()
  await look('Home')
  await announced
    .getByRole('button', { name: `I have seen the announcement of ${cast.executive.name}` })
    .click()
  await announced.waitFor({ state: 'detached' })
  await goTo(`/threads/${id}`)
  await house.runJobs()
  await page.getByRole('link', { name: 'The plan Where everything goes. works.example' }).waitFor()
  await look('We move')
  assert.deepEqual(must(await executive.read(spaces.getReach, { postId: id })), {
    ...{ seen: null, isAtLeast: false },
    of: 1,
  })
}
