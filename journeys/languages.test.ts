// The page comes in the language of whoever is at it, and nobody loses a word over that.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { readCatalogue } from '../scripts/spoken-parts.ts'
import { type House, openHouse } from './house.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

const SETTINGS = readCatalogue('de').Settings ?? ''
const SIGN_IN = readCatalogue('ja')['Sign in'] ?? ''
const BEGUN = 'What I had begun to say'

for (const device of devices) {
  test(`the page comes in the language that one chose, on a ${device}`, {
    timeout: JOURNEY_MS,
  }, async () => {
    const house = await openHouse()
    const spaceId = await openSpace(house)
    await stand(await house.arrive(device, 'ja-JP'))
    const walker = await house.enter(device, 'executive')
    await begin(walker, spaceId)
    await choose(walker)
    await goOn(walker, spaceId)
    await comeOnAnotherDevice(await house.enter(device, 'executive'))
  })
}

test('without a line the page is in the language that one chose with a line', {
  timeout: JOURNEY_MS,
}, async () => {
  const house = await openHouse({ keepsPage: true })
  const walker = await house.enter('phone', 'executive')
  await walker.goTo('/')
  await walker.page.evaluate(() => navigator.serviceWorker.ready.then(() => true))
  await choose(walker)
  await fly(walker)
})

async function openSpace(house: House): Promise<string> {
  const { write } = await house.as('executive')
  return must(await write(spaces.createSpace, { name: 'Plant', visibility: 'open' })).id
}

/** At the door nobody is known yet: it speaks as the browser would like it to, or as somebody there chooses. */
async function stand({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/sign-in')
  await page.getByRole('button', { name: SIGN_IN, exact: true }).waitFor()
  assert.equal(await languageOf(page), 'ja')
  await look(/Foyer/)
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Sign in', exact: true }).waitFor()
  assert.equal(await languageOf(page), 'en')
}

async function begin({ page, goTo }: Walker, spaceId: string): Promise<void> {
  await goTo(`/spaces/${spaceId}`)
  await page.getByRole('button', { name: 'Say something in Plant' }).click()
  await page.getByRole('textbox', { name: 'What is on your mind?' }).click()
  await page.keyboard.type(BEGUN)
}

async function choose({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/settings')
  await page.getByRole('radio', { name: 'Deutsch' }).check()
  await page.getByRole('heading', { level: 1, name: SETTINGS }).waitFor()
  assert.equal(await languageOf(page), 'de')
  assert.ok(await page.getByRole('radio', { name: 'Deutsch' }).isChecked())
  await look(SETTINGS)
}

async function goOn({ page, goTo }: Walker, spaceId: string): Promise<void> {
  await goTo(`/spaces/${spaceId}`)
  await page.getByText(BEGUN).waitFor()
  assert.equal(await languageOf(page), 'de')
}

async function fly({ page, through }: Walker): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller?.scriptURL.endsWith('.de.js'))
  await through(/net::ERR_|Failed to fetch|^CallProblem/, async () => {
    await page.context().setOffline(true)
    await page.reload()
    await page.getByRole('heading', { level: 1, name: SETTINGS }).waitFor()
    assert.equal(await languageOf(page), 'de')
  })
}

/** Where no cookie tells of the choice, the account does. */
async function comeOnAnotherDevice({ page, goTo }: Walker): Promise<void> {
  await goTo('/settings')
  await page.getByRole('heading', { level: 1, name: SETTINGS }).waitFor()
  assert.equal(await languageOf(page), 'de')
}

function languageOf(page: Walker['page']): Promise<string> {
  return page.evaluate(() => document.documentElement.lang)
}
