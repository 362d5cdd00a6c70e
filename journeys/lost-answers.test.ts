// A line that loses answers, two tabs at once, and a server that says no: everything is done once, and no words go.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import type { PostId, SaidId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type House, openHouse } from './house.ts'
import { type Overnight, talkOvernight } from './said-overnight.ts'
import { JOURNEY_MS, type Walker } from './walker.ts'

test('what was done once is once, whichever answer was lost and whoever sent it', {
  timeout: JOURNEY_MS,
}, async () => {
  const house = await openHouse()
  const overnight = await talkOvernight(house)
  const walker = await house.enter('desktop', 'member')
  await loseAnswers(walker, { house, overnight })
  await sendFromTwoTabs(walker, { house, overnight })
  await beRefused(walker, { house, overnight })
  await findPartGone(walker)
})

/** What the page fetches by itself may just then find no line, and the browser tells of it. */
const NO_LINE = /net::ERR_|^CallProblem|Failed to fetch/

type There = { house: House; overnight: Overnight }

async function openThread({ goTo, look }: Walker, { overnight }: There): Promise<void> {
  await goTo(`/threads/${overnight.posts.get('Canteen')}`)
  await look('Canteen')
}

async function reply(page: Page, words: string): Promise<void> {
  await page.getByRole('button', { name: 'Reply to Omar Said' }).click()
  await page.getByLabel('Your reply to Omar Said').fill(words)
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
}

async function bodiesIn({ house, overnight }: There): Promise<string[]> {
  const postId = overnight.posts.get('Canteen') as PostId
  const { replies } = must(await (await house.as('executive')).read(spaces.getThread, { postId }))
  return replies.map(({ body }) => body).toSorted()
}

/** The server does it, and its answers are lost until the line is back. */
async function loseAnswers(walker: Walker, there: There): Promise<void> {
  const { page, look, through } = walker
  await openThread(walker, there)
  let isLost = true
  await page.route('**/api/spaces/write-reply', async (route) => {
    if (!isLost) return route.continue()
    await route.fetch()
    await route.abort()
  })
  await through(/net::ERR_FAILED/, async () => {
    await reply(page, 'Until two.')
    await page.getByRole('list', { name: 'Your replies that wait' }).waitFor()
    isLost = false
    await page.getByRole('heading', { name: '1 reply' }).waitFor()
    await page.getByText('to be sent').waitFor({ state: 'detached' })
  })
  await look('Canteen')
  assert.deepEqual(await bodiesIn(there), ['Until two.'])
}

/** Both tabs wake when the line is back. */
async function sendFromTwoTabs(walker: Walker, there: There): Promise<void> {
  const { page, look, bear } = walker
  const context = page.context()
  const other = await context.newPage()
  await other.goto(page.url())
  await other.getByRole('heading', { level: 1, name: 'Canteen' }).waitFor()
  await bear(NO_LINE, async () => {
    await context.setOffline(true)
    await reply(page, 'Said in one tab.')
    await page.getByText('1 waits to be sent').waitFor()
    await reply(other, 'Said in the other.')
    for (const tab of [page, other]) await tab.getByText('2 wait to be sent').waitFor()
    await context.setOffline(false)
    for (const tab of [page, other]) await tab.getByRole('heading', { name: '3 replies' }).waitFor()
    await page.getByText('to be sent').waitFor({ state: 'detached' })
  })
  await look('Canteen')
  assert.deepEqual(await bodiesIn(there), ['Said in one tab.', 'Said in the other.', 'Until two.'])
  await other.close()
}

/** The post is gone when the reply arrives: the words are kept beside the server's sentence. */
async function beRefused(walker: Walker, { house, overnight }: There): Promise<void> {
  const { page, look, bear, through } = walker
  await page.getByRole('link', { name: 'Paint & Finish' }).first().click()
  await page.getByRole('link', { name: 'First week' }).click()
  await look('First week')
  const saidId = overnight.posts.get('First week') as string as SaidId
  await bear(NO_LINE, async () => {
    await page.context().setOffline(true)
    await reply(page, 'In the cupboard at gate three.')
    await page.getByRole('list', { name: 'Your replies that wait' }).waitFor()
    must(await (await house.as('outsider')).write(spaces.deleteWords, { saidId }))
    await through(/status of 4\d\d/, async () => {
      await page.context().setOffline(false)
      await page.getByText('1 was not done').click()
    })
  })
  const listed = page.getByRole('group').filter({ hasText: 'Your reply in First week' })
  await listed.getByText('In the cupboard at gate three.').waitFor()
  await look(/^Omar Said in Paint/)
  await page.getByRole('button', { name: /^Discard/ }).click()
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('1 was not done').click()
  await page.getByRole('button', { name: /^Keep as a draft/ }).click()
  await page.getByText('1 was not done').waitFor({ state: 'detached' })
}

/** A later build took away a screen that this page has not opened yet: it begins anew by itself, once. */
async function findPartGone({ page, look, through }: Walker): Promise<void> {
  let isGone = true
  await page.route('**/assets/en/people-page-*', (route) =>
    isGone ? route.fulfill({ status: 404, json: { code: 'no-such-endpoint' } }) : route.continue(),
  )
  await page.route('**/index.en.html', async (route) => {
    isGone = false
    await route.fulfill({ body: '<!doctype html><script type="module" src="/assets/later.js"></script>' })
  })
  await through(/status of 404|Failed to fetch|CallProblem/, async () => {
    await page.getByRole('link', { name: 'People', exact: true }).click()
    await look('People')
  })
}
