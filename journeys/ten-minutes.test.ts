import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import type { Locator, Page } from 'playwright-core'
import type { CardAction } from '#contract/brief'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { cast, mention } from '#testing/cast'
import { type House, openHouse } from './house.ts'
import { CARDS, type Overnight, talkOvernight } from './said-overnight.ts'
import { answered, canType } from './waiting.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

const GREETING = 'Good morning, Ingrid'
const ANSWER = 'It ends on the first of March.'

/** What is done with the cards under each headline, in turn; what is left is read. */
const DEEDS: Record<string, CardAction[]> = {
  'Asked of you': ['answer', 'ask-more', 'route'],
  'A voice you have not heard': ['save', 'later', 'not-for-me'],
  'Help worth a thank-you': ['thank'],
  'A minute to reflect': ['reflect'],
}

for (const device of devices) {
  test(`ten minutes, one of each deed and an end, on a ${device}`, { timeout: JOURNEY_MS }, async () => {
    const house = await openHouse()
    const overnight = await talkOvernight(house)
    const walker = await house.arrive(device)
    await comeIn(walker, house)
    await lookAhead(walker)
    const done = await workThrough(walker)
    assert.deepEqual(done.toSorted(), [...Object.values(DEEDS).flat(), 'read', 'read'].toSorted())
    await beDone(walker)
    await proveDeeds(house, overnight)
    await lookBack(walker)
    await choose(walker)
    await limit(walker, house, overnight)
  })
}

/** By the link of a mail, and back to where one was going. */
async function comeIn({ page, goTo, look }: Walker, { mails }: House): Promise<void> {
  await goTo('/brief')
  await look('Sign in to Foyer Test')
  await page.getByLabel('Address').fill(cast.executive.address)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await look('Look into your mail')
  const mail = mails.findLast(({ to }) => to === cast.executive.address)
  await goTo(mail?.text.match(/http\S+\/link\/\S+/)?.[0] ?? 'no link')
  await look('Come in')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await look(GREETING)
}

/** What is shown before anything is done. */
async function lookAhead({ page, look }: Walker): Promise<void> {
  await page.getByText(/things worth \w+ minutes/).waitFor()
  await page.getByText('Next in this brief').waitFor()
  await page.getByText('Why is this here').click()
  await page.getByRole('rowheader', { name: 'Together' }).waitFor()
  await look(GREETING)
  await page.getByText('Why is this here').click()
}

async function workThrough(walker: Walker): Promise<CardAction[]> {
  const { page } = walker
  const left = structuredClone(DEEDS)
  const done: CardAction[] = []
  while (done.length < CARDS) {
    const card = page.getByRole('article')
    const headline = (await card.getByRole('heading', { level: 2 }).textContent()) ?? ''
    const action = left[headline]?.shift() ?? 'read'
    await (walker.device === 'phone' ? byTouch : byKeyboard)(walker, action)
    done.push(action)
    await doneOf(page, done.length).waitFor()
    if (action === 'thank') {
      await takeBack(walker, done.length)
      await (walker.device === 'phone' ? byTouch : byKeyboard)(walker, action)
      await doneOf(page, done.length).waitFor()
    }
  }
  return done
}

function doneOf(page: Page, count: number): Locator {
  return page.locator(`[role=progressbar][aria-valuetext="${count} of ${CARDS} done"]`)
}

async function takeBack({ page, look }: Walker, done: number): Promise<void> {
  await page.getByRole('status').getByText('Thanked.').waitFor()
  await page.getByRole('button', { name: 'Undo' }).click()
  await doneOf(page, done - 1).waitFor()
  await page.getByRole('heading', { level: 2, name: 'Help worth a thank-you' }).waitFor()
  await look(GREETING)
}

const KEYS: Partial<Record<CardAction, string>> = {
  ...{ answer: 'a', 'ask-more': 'm', route: 'r', thank: 't' },
  ...{ save: 's', later: 'l', 'not-for-me': 'n', read: 'Enter' },
}

/** Hands stay on the keyboard: a key opens what the deed asks for, and Ctrl + Enter sends it. */
async function byKeyboard(walker: Walker, action: CardAction): Promise<void> {
  const { page, look } = walker
  if (action === 'reflect') await page.keyboard.press('Tab')
  else await page.keyboard.press(KEYS[action] ?? '')
  if (action === 'route') {
    await canType(page)
    await page.keyboard.type('Marta')
    await page.getByRole('option', { name: /Marta/ }).waitFor()
    await look(GREETING)
    await page.keyboard.press('Enter')
  } else if (action === 'answer' || action === 'ask-more' || action === 'reflect') {
    await canType(page)
    await page.keyboard.type(WORDS[action] ?? '')
    if (action !== 'ask-more') await look(GREETING)
  } else return
  await page.getByRole('textbox').and(page.locator(':focus')).waitFor()
  await page.keyboard.press('Control+Enter')
}

const WORDS: Partial<Record<CardAction, string>> = {
  answer: ANSWER,
  'ask-more': 'How many would you hire?',
  reflect: 'The night shift knew first.',
}
const BUTTONS: Partial<Record<CardAction, string>> = {
  ...{
    answer: 'Answer',
    'ask-more': 'Ask for more',
    route: 'Route to someone',
    thank: 'Thank',
    save: 'Save',
  },
  ...{ later: 'Later', 'not-for-me': 'Not for me', read: 'Next' },
}

async function byTouch({ page, look }: Walker, action: CardAction): Promise<void> {
  if (action !== 'reflect') await page.getByRole('button', { name: BUTTONS[action] ?? '', exact: true }).tap()
  if (action === 'route') {
    await page.getByRole('combobox', { name: 'Who should answer this' }).fill('Marta')
    await page.getByRole('option', { name: /Marta/ }).tap()
    await look(GREETING)
    await page.getByRole('button', { name: `Route to ${cast.plantManager.name}` }).tap()
  } else if (action === 'answer' || action === 'ask-more' || action === 'reflect') {
    await page.getByRole('textbox').fill(WORDS[action] ?? '')
    if (action !== 'ask-more') await look(GREETING)
    await page.getByRole('button', { name: /^(Send (answer|question)|Keep this)$/ }).tap()
  }
}

async function beDone({ page, look }: Walker): Promise<void> {
  await page.getByRole('heading', { name: 'You are done.' }).waitFor()
  // At half past seven in UTC, as nobody has told in which zone she lives.
  await page.getByText('The next one comes tomorrow at 08:30.').waitFor()
  await page.getByText(/^You answered one, asked one for more, routed one/).waitFor()
  await look(GREETING)
  await page.reload()
  await page.getByRole('heading', { name: 'You are done.' }).waitFor()
}

/** What was done in the brief is what others see. */
async function proveDeeds(house: House, { posts }: Overnight): Promise<void> {
  const member = await house.as('member')
  const threads = await Promise.all(
    [...posts.values()].map(async (postId) => must(await member.read(spaces.getThread, { postId }))),
  )
  const replies = threads.flatMap((thread) => thread.replies.map(({ body }) => body))
  assert.equal(replies.length, 3)
  assert.ok(replies.includes(ANSWER))
  assert.ok(replies.includes(WORDS['ask-more'] ?? ''))
  assert.ok(
    replies.some((body) => body.includes(cast.plantManager.id)),
    'routing mentions whom it went to',
  )
  const thanks = threads.flatMap(({ post }) => post.reactions).find(({ kind }) => kind === 'thank')
  assert.equal(thanks?.count, 4)
}

async function lookBack({ page, look }: Walker): Promise<void> {
  await page.getByRole('link', { name: 'What you saved' }).click()
  await look('Saved')
  await page.getByText('The night shift knew first.').waitFor()
  const saved = page.getByRole('article', { name: /^Saved from / })
  await saved.getByRole('button', { name: /^Remove what / }).click()
  await saved.waitFor({ state: 'detached' })
  await look('Saved')
}

async function choose({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/brief/settings')
  await look('Your brief')
  const saved = page.getByRole('status').getByText('Saved.')
  await page.getByRole('button', { name: '5 min', exact: true }).click()
  await saved.waitFor()
  await answered(page, 'brief/save-settings', () => page.getByRole('button', { name: 'Sat' }).click())
  await page.getByRole('button', { name: 'Sat', pressed: true }).waitFor()
  await page.getByRole('button', { name: 'Forget what was learned' }).click()
  await page.getByText('Nothing has been learned from you yet.').waitFor()
  await page.reload()
  await page.getByRole('button', { name: '5 min', exact: true, pressed: true }).waitFor()
  await page.getByRole('button', { name: 'Sat', pressed: true }).waitFor()
  await look('Your brief')
}

/** Minutes a week: whoever asks is told a day, and once they are spent the brief says when it goes on. */
async function limit({ page, goTo, look }: Walker, house: House, { spaceId }: Overnight): Promise<void> {
  await goTo('/brief/attention')
  await look('Your minutes a week')
  await answered(page, 'brief/save-attention', () => page.getByRole('radio', { name: '15 min' }).check())
  await page.getByText(/^You spent \d of 15 minutes this week\.$/).waitFor()
  const body = `${mention('executive')} may we keep the northern ramp open?`
  const question = { spaceId, kind: 'question' as const, title: 'Northern ramp', body }
  const asked = must(await (await house.as('member')).write(spaces.writePost, question))
  await goTo(`/threads/${asked.id}`)
  await page.getByText(/^Ingrid Solheim answers by \w+day.*\.$/).waitFor()
  await look('Northern ramp')
  await sql`update brief.outcome set seconds = 120`.execute(house.db)
  await goTo('/brief')
  await page.getByText(/^Your 15 minutes of this week are spent/).waitFor()
  await look(GREETING)
}
