// What somebody would not ask under their name: asked confidentially, answered and accepted without anybody learning who
// asked; and asked anonymously, and added to by the device that asked.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PostId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { cast } from '#testing/cast'
import { fetchTokens } from '#testing/token-device'
import { type House, openHouse } from './house.ts'
import { openPlant } from './plant.ts'
import { answered } from './waiting.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

const QUESTION = 'Why does nobody report near misses?'
const DETAILS = 'I saw two last week.'
const ANSWER = 'Because the form takes an hour. We make it shorter.'
const ADDED = 'I mean those at the press.'
const OTHERS = ['executive', 'delegate', 'plantManager', 'supervisor', 'steward'] as const

for (const device of devices) {
  test(`a confidential question is answered and accepted, and nobody learns who asked, on a ${device}`, {
    timeout: JOURNEY_MS,
  }, async () => {
    const house = await openHouse()
    await openPlant(house)
    const member = await house.enter(device, 'member')
    const postId = await askConfidentially(member)
    const administrator = await house.enter(device, 'administrator')
    await seesNobody(administrator, postId)
    await answer(house, postId)
    await hearAndAccept(member, postId)
    await addTo(member)
    await seesNobody(administrator, postId)
    await administrator.page.getByText(ADDED).waitFor()
  })

  test(`an anonymous question is added to by the device that asked alone, on a ${device}`, {
    timeout: JOURNEY_MS,
  }, async () => {
    const house = await openHouse()
    const spaceId = await openPlant(house)
    const { anyone } = house
    for (const who of OTHERS) await fetchTokens({ anyone, caller: await house.as(who) })
    const member = await house.enter(device, 'member')
    await askAnonymously(member)
    await nextHour(house)
    const postId = await newestIn(house, spaceId)
    await addAnonymously(member, postId)
    await nextHour(house)
    const administrator = await house.enter(device, 'administrator')
    await seesNobody(administrator, postId)
    await administrator.page.getByText(ADDED).waitFor()
  })
}

async function askConfidentially({ page, goTo, look }: Walker): Promise<PostId> {
  await goTo('/ask')
  await page.getByLabel('Confidentially').check()
  await page.getByLabel('Your question').fill(QUESTION)
  await page.getByLabel('Details, if it needs them').fill(DETAILS)
  await page.getByLabel('In which space').selectOption('Plant')
  await look('Ask a question')
  await page.getByRole('button', { name: 'Ask confidentially' }).click()
  await page.getByText('You asked this; nobody else sees that.').waitFor()
  await look(QUESTION)
  return new URL(page.url()).pathname.split('/').at(-1) as PostId
}

/** Whoever looks after the network reads the question, and nothing of who asked it. */
async function seesNobody({ page, goTo, look }: Walker, postId: PostId): Promise<void> {
  await goTo(`/threads/${postId}`)
  await page.getByText(DETAILS).waitFor()
  await page.getByRole('complementary', { name: /^Asked (confidentially|anonymously)$/ }).waitFor()
  await look(QUESTION)
  await page.getByRole('link', { name: 'A colleague' }).first().waitFor()
  const text = (await page.locator('body').textContent()) ?? ''
  assert.ok(!text.includes(cast.member.name), text)
  assert.ok(!text.includes('You asked this'), text)
}

async function answer(house: House, postId: PostId): Promise<void> {
  house.clock.now = house.clock.now.add({ minutes: 1 })
  must(await (await house.as('supervisor')).write(spaces.writeReply, { postId, body: ANSWER }))
  await house.runJobs()
}

async function hearAndAccept({ page, goTo, look }: Walker, postId: PostId): Promise<void> {
  await goTo('/notices')
  await page.getByRole('link', { name: QUESTION }).first().click()
  await page.waitForURL(new RegExp(`/threads/${postId}`))
  await page.getByText(ANSWER).waitFor()
  await page.getByRole('button', { name: `More for what ${cast.supervisor.name} said` }).click()
  await page.getByRole('menuitem', { name: 'This is the answer' }).click()
  await page.getByText('Answered', { exact: true }).waitFor()
  await page.getByText('accepted by A colleague').waitFor()
  await look(QUESTION)
}

async function addTo({ page }: Walker): Promise<void> {
  await page.getByLabel('Add to your question, confidentially').fill(ADDED)
  await answered(page, 'answers/follow-up-confidentially', () =>
    page.getByRole('button', { name: 'Add confidentially' }).click(),
  )
  await page.getByText('Added. It stands below as from “A colleague”.').waitFor()
  await page.getByText(ADDED).waitFor()
}

async function askAnonymously({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/ask')
  await page.getByLabel('Anonymously').check()
  await page.getByLabel('Your question').fill(QUESTION)
  await page.getByLabel('Details, if it needs them').fill(DETAILS)
  await page.getByLabel('In which open space').selectOption('Plant')
  await look('Ask a question')
  await page.getByRole('button', { name: /^Ask anonymously/ }).click()
  await page.getByText('Your question waits for the next hour').waitFor()
}

/** The jobs of a minute after the next full hour. */
async function nextHour(house: House): Promise<void> {
  house.clock.now = house.clock.now.add({ hours: 1 })
  await house.runJobs()
}

async function newestIn(house: House, spaceId: SpaceId): Promise<PostId> {
  const { items } = must(await (await house.as('steward')).read(spaces.listPosts, { spaceId }))
  const [post] = items
  assert.ok(post)
  return post.id
}

async function addAnonymously({ page, goTo }: Walker, postId: PostId): Promise<void> {
  await goTo(`/threads/${postId}`)
  await page.getByText('You asked this, which only this device knows.').waitFor()
  await page.getByLabel('Add to your question, anonymously').fill(ADDED)
  await answered(page, 'answers/follow-up-anonymously', () =>
    page.getByRole('button', { name: 'Add with the next hour' }).click(),
  )
  await page.getByText('Kept. It appears with the next full hour.').waitFor()
}
