// Somebody who wants to see Foyer before they begin: from the first screen through two pairs of shoes, and out again.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from './house.ts'
import { becomes } from './waiting.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

/** The sample company happened up to this morning, whatever morning it is. */
for (const device of devices) {
  test(`a look around the sample company, on a ${device}`, { timeout: JOURNEY_MS }, async () => {
    const house = await openHouse({ isEmpty: true })
    const walker = await house.arrive(device)
    await explore(walker)
    await lookAsIngrid(walker)
    await changeShoes(walker)
    await beGuest(walker)
    const other = await house.arrive(device)
    await comeAsSecond(other)
    await leave(walker)
    await findItGone(other)
  })
}

async function explore({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/')
  await look('Welcome to Foyer')
  await page.getByRole('button', { name: 'Explore the sample company' }).click()
  await page.getByRole('button', { name: /^Ingrid Solheim/ }).waitFor()
  await page.waitForURL('**/shoes')
  assert.equal(await page.getByText('can be reached from other machines').count(), 0)
  await look('Whose shoes would you like?')
}

async function lookAsIngrid({ page, look }: Walker): Promise<void> {
  await page.getByRole('button', { name: /^Ingrid Solheim/ }).click()
  await strip(page).getByText('as Ingrid Solheim').waitFor()
  await page.waitForURL('**/brief')
  await page.getByRole('heading', { level: 1 }).waitFor()
  await look(/./)
  await page.getByRole('link', { name: /^Home/ }).click()
  await look('Home')
  // Home has something to read.
  await page.getByRole('article').nth(3).waitFor()
}

function strip(page: Walker['page']) {
  return page.getByRole('navigation', { name: 'The sample company' })
}

async function changeShoes({ page, look }: Walker): Promise<void> {
  await strip(page).getByRole('link', { name: 'Change shoes' }).click()
  await look('Whose shoes would you like?')
  await page.getByRole('link', { name: 'Stay in the shoes of Ingrid Solheim' }).waitFor()
  await page.getByRole('button', { name: /^Tomasz Okafor/ }).click()
  await strip(page).getByText('as Tomasz Okafor').waitFor()
  await page.waitForURL((url) => url.pathname === '/')
  await look('Home')
}

/** A guest sees the spaces they were invited to, and no way to end it all. */
async function beGuest({ page, goTo, look }: Walker): Promise<void> {
  await strip(page).getByRole('link', { name: 'Change shoes' }).click()
  await page.getByRole('button', { name: /^Lena Brandt/ }).click()
  await strip(page).getByText('as Lena Brandt').waitFor()
  await becomes(page, 1, () => strip(page).getByRole('link').count())
  await goTo('/leave-sample')
  await look('A guest cannot end it')
  await page.getByRole('link', { name: 'Change shoes' }).click()
  await page.getByRole('button', { name: /^Tomasz Okafor/ }).click()
  await strip(page).getByText('as Tomasz Okafor').waitFor()
}

/** Whoever comes later finds the shoes at every address, without an account. */
async function comeAsSecond({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/sign-in')
  await look('Whose shoes would you like?')
  await page.getByRole('button', { name: /^Daniel Reyes/ }).click()
  await strip(page).getByText('as Daniel Reyes').waitFor()
  await look('Home')
  // An open page would try its line again once the sample is gone, and the console tells of the refusal.
  await page.goto('about:blank')
}

async function leave({ page, look }: Walker): Promise<void> {
  await strip(page).getByRole('link', { name: 'Leave the sample' }).click()
  await look('Leave the sample company?')
  await page.getByRole('link', { name: 'Stay' }).click()
  await look('Home')
  await strip(page).getByRole('link', { name: 'Leave the sample' }).click()
  await page.getByRole('button', { name: 'Leave and remove everything' }).click()
  await look('Welcome to Foyer')
  await page.getByRole('link', { name: 'Begin with your own' }).click()
  await look('Begin with your own')
}

async function findItGone({ goTo, look }: Walker): Promise<void> {
  await goTo('/people')
  await look('Welcome to Foyer')
}
