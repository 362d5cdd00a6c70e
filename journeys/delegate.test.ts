// A delegate prepares a brief in the open; its reader sees who did what, what was left out and whom she did not hear.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { delegates } from '#contract/delegates'
import type { PostId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { cast, mention } from '#testing/cast'
import { type House, openHouse } from './house.ts'
import { JOURNEY_MS, type Walker } from './walker.ts'

const DRAFT = 'Yes, from the first of April.'

test('a delegate prepares at a desk, and she answers on a phone with one press', {
  timeout: JOURNEY_MS,
}, async () => {
  const house = await openHouse()
  const postId = await talk(house)
  const delegate = await house.enter('desktop', 'delegate')
  await prepare(delegate)
  const executive = await house.enter('phone', 'executive')
  await readAndSend(executive, postId)
  await nameAnother(executive)
})

async function talk(house: House): Promise<PostId> {
  const executive = await house.as('executive')
  must(await executive.write(delegates.nameDelegate, { personId: cast.delegate.id }))
  const { id: spaceId } = must(
    await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' }),
  )
  const ask = (title: string, body: string) => askHer(house, { spaceId, title, body })
  await ask('Pens', 'Who orders the pens?')
  await ask('Harbour', 'Could you say whether the crane comes on Monday?')
  const postId = await ask('Night shift', 'May we hire three people for the night shift?')
  const member = await house.as('member')
  must(await member.write(spaces.writeReply, { postId, body: 'Nobody asked those who work at night.' }))
  return postId
}

async function askHer(
  house: House,
  post: { spaceId: SpaceId; title: string; body: string },
): Promise<PostId> {
  const who = post.title === 'Night shift' ? 'supervisor' : 'plantManager'
  const said = { ...post, kind: 'question' as const, body: `${mention('executive')} ${post.body}` }
  return must(await (await house.as(who)).write(spaces.writePost, said)).id
}

async function prepare({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/brief')
  await page.getByRole('link', { name: 'the brief of Ingrid Solheim' }).click()
  const heading = 'You prepare the brief of Ingrid Solheim'
  await look(heading)
  const card = (title: string) => page.getByRole('article').filter({ hasText: title })
  await card('Pens')
    .getByRole('button', { name: /^Leave out/ })
    .click()
  await page.getByRole('textbox', { name: /^Why it is left out/ }).fill('Marta orders them.')
  await page.getByRole('button', { name: 'Leave it out' }).click()
  await page.getByText('Daniel Reyes: Marta orders them.').waitFor()
  await card('Night shift')
    .getByRole('button', { name: /^Add your view/ })
    .click()
  await page.getByRole('textbox', { name: /^Your view/ }).fill('I would agree.')
  await page.getByRole('button', { name: 'Keep the view' }).click()
  await page.getByText('Daniel’s view').waitFor()
  await card('Night shift')
    .getByRole('button', { name: /^Draft an answer/ })
    .click()
  await page.getByRole('textbox', { name: 'A draft of the answer' }).fill(DRAFT)
  await page.getByRole('button', { name: 'Keep the draft' }).click()
  await page.getByText('Daniel’s draft of the answer').waitFor()
  await card('Night shift').getByRole('button', { name: /^Pin/ }).click()
  await card('Night shift')
    .getByRole('button', { name: /^Unpin/ })
    .waitFor()
  assert.match((await page.getByRole('article').first().textContent()) ?? '', /Night shift/)
  await page.getByRole('searchbox', { name: 'Words in it' }).fill('work at night')
  await page.getByRole('button', { name: 'Pin what Tomasz Okafor said' }).waitFor()
  await look(heading)
}

async function readAndSend({ page, goTo, look }: Walker, postId: PostId): Promise<void> {
  await goTo('/brief')
  await page.getByRole('region', { name: 'Prepared by Daniel Reyes' }).getByText('I would agree.').waitFor()
  await page.getByText('Left out by Daniel Reyes (1)').tap()
  await page.getByText('Daniel Reyes: Marta orders them.').waitFor()
  await look('Good morning, Ingrid')
  await page.getByRole('link', { name: 'See around it' }).tap()
  await page.getByText(/1 person spoke here whom you would not have heard/).waitFor()
  await page.getByText('Nobody asked those who work at night.').waitFor()
  await look('See around it')
  await page.goBack()
  await page.getByText('Left out by Daniel Reyes (1)').tap()
  await page.getByRole('button', { name: /^Bring back/ }).tap()
  await page.getByRole('status').getByText('It is back in your brief.').waitFor()
  await page.getByRole('button', { name: 'Send this answer' }).tap()
  await page.getByRole('status').getByText('Your answer is in the thread.').waitFor()
  await goTo(`/threads/${postId}`)
  await page.getByText('Drafted by Daniel Reyes, approved by Ingrid Solheim').waitFor()
  await look('Night shift')
  await goTo('/brief/log')
  await page.getByText('Ingrid Solheim brought back what had been left out.').waitFor()
  await look('What was prepared')
}

async function nameAnother({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/brief/settings')
  await page.getByRole('combobox', { name: 'Let somebody prepare it' }).fill('Aiko')
  await page.getByRole('option', { name: /Aiko/ }).tap()
  await page.getByRole('button', { name: 'End that Aiko Tanaka prepares your brief' }).waitFor()
  await look('Your brief')
  await page.getByRole('button', { name: 'End that Daniel Reyes prepares your brief' }).tap()
  await page
    .getByRole('button', { name: 'End that Daniel Reyes prepares your brief' })
    .waitFor({ state: 'detached' })
}
