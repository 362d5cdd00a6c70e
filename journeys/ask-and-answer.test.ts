// A question is asked, answered and taken for answered; whoever comes with the same is answered without asking.
import { test } from 'node:test'
import type { PostId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { cast } from '#testing/cast'
import { type House, openHouse } from './house.ts'
import { openPlant } from './plant.ts'
import { canType } from './waiting.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

const QUESTION = 'Who may stop line 3 at night?'
const AGAIN = 'May I stop line 3 at night, and who says so?'
const DETAILS = 'Four in a row were out of tolerance, and nobody picked up.'
const ANSWER = 'Whoever stands at it: stop it, and write the time in the book.'

for (const device of devices) {
  test(`a question is asked, answered and found, on a ${device}`, { timeout: JOURNEY_MS }, async () => {
    const house = await openHouse()
    await openPlant(house)
    const member = await house.enter(device, 'member')
    const postId = await ask(member)
    await waitFor(await house.enter(device, 'outsider'), postId)
    await answer(house, postId)
    await accept(member)
    await comeWithTheSame(await house.enter(device, 'steward'))
  })
}

for (const device of devices) {
  test(`what was asked twice is led together and apart again, on a ${device}`, {
    timeout: JOURNEY_MS,
  }, async () => {
    const house = await openHouse()
    const spaceId = await openPlant(house)
    const first = await askAlready(house, { spaceId, title: QUESTION })
    const again = await askAlready(house, { spaceId, title: AGAIN })
    await answer(house, first)
    await lead(await house.enter(device, 'steward'), again)
    await browse(await house.enter(device, 'executive'))
  })
}

async function askAlready(
  house: House,
  { spaceId, title }: { spaceId: SpaceId; title: string },
): Promise<PostId> {
  const asked = { spaceId, kind: 'question' as const, title, body: DETAILS }
  return must(await (await house.as('member')).write(spaces.writePost, asked)).id
}

async function lead({ page, goTo, look }: Walker, postId: PostId): Promise<void> {
  await goTo(`/threads/${postId}`)
  await page.getByRole('button', { name: 'This was asked before …' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(QUESTION).waitFor()
  await look(AGAIN)
  await dialog.getByRole('button', { name: 'It is this one' }).click()
  await page.getByRole('link', { name: QUESTION }).waitFor()
  await look(AGAIN)
  await page.getByRole('button', { name: 'Take it apart again' }).click()
  await page.getByRole('button', { name: 'This was asked before …' }).waitFor()
}

async function browse({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/answers')
  await look('Answers')
  await page.getByRole('link', { name: 'Unanswered' }).click()
  await page.getByText(QUESTION).waitFor()
  await look('Answers')
  await goTo('/answers/ledger')
  await look('What answers spared')
  await goTo('/answers/hours')
  await look('Office hours')
  await goTo('/answers/drafts')
  await page.getByRole('heading', { level: 1 }).waitFor()
}

async function ask({ page, device, goTo, look }: Walker): Promise<PostId> {
  await goTo('/spaces')
  await page.getByRole('heading', { level: 1 }).waitFor()
  if (device === 'desktop') await page.keyboard.press('q')
  else await goTo('/ask')
  await look('Ask a question')
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await page.getByText('Write your question first.').waitFor()
  await page.getByLabel('Your question').fill(QUESTION)
  await page.getByRole('textbox', { name: 'Details, if it needs them' }).click()
  await canType(page)
  await page.keyboard.type(DETAILS)
  await page.getByLabel('In which space').selectOption('Plant')
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await page.getByText('Asked. You are told when somebody answers.').waitFor()
  await page.getByText('Not answered yet.').waitFor()
  await look(QUESTION)
  return new URL(page.url()).pathname.split('/').at(-1) as PostId
}

async function waitFor({ page, goTo, look }: Walker, postId: PostId): Promise<void> {
  await goTo(`/threads/${postId}`)
  await page.getByRole('button', { name: 'I want to know too' }).click()
  await page.getByText('1 more person wants to know').waitFor()
  await look(QUESTION)
}

async function answer(house: House, postId: PostId): Promise<void> {
  must(await (await house.as('supervisor')).write(spaces.writeReply, { postId, body: ANSWER }))
}

async function accept({ page, look }: Walker): Promise<void> {
  await page.reload()
  await page.getByText(ANSWER).waitFor()
  await page.getByRole('button', { name: `More for what ${cast.supervisor.name} said` }).click()
  await page.getByRole('menuitem', { name: 'This is the answer' }).click()
  await page.getByText('Answered', { exact: true }).waitFor()
  await page.getByText(`${cast.supervisor.name} answers for it`).waitFor()
  await look(QUESTION)
}

/** In other words, by somebody who was not there: answered before it is asked. */
async function comeWithTheSame({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/ask')
  await page.getByLabel('Your question').fill('May I stop line 3 at night?')
  const found = page.getByRole('region', { name: 'Asked before' })
  await found.getByText(ANSWER).waitFor()
  await look('Ask a question')
  await found.getByRole('button', { name: 'This answers me' }).click()
  await page.getByText('One answer served once more').waitFor()
  await look('Ask a question')
}
