import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast } from '#testing/cast'
import { type House, openHouse } from './house.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

for (const device of devices) {
  test(`people: found, followed, seen in the tree, added and kept, on a ${device}`, {
    timeout: JOURNEY_MS,
  }, async () => {
    const house = await openHouse()
    const walker = await house.enter(device, 'administrator')
    await findPeople(walker)
    await meet(walker)
    await climb(walker)
    await addSomebody(walker, house)
    await settle(walker, house)
  })
}

async function findPeople({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/')
  await page.getByRole('link', { name: 'People', exact: true }).click()
  await look('People')
  const directory = page.getByRole('list', { name: 'People' })
  await page.getByRole('searchbox', { name: 'Search' }).fill('techn')
  await directory.getByRole('link', { name: /Aiko/ }).waitFor({ state: 'detached' })
  await look('People')
  await page.getByRole('searchbox', { name: 'Search' }).fill('nobody at all')
  await page.getByText('Nobody was found for “nobody at all”.').waitFor()
  await look('People')
  await page.getByRole('searchbox', { name: 'Search' }).fill('okafor')
  await directory.getByRole('link', { name: /Tomasz Okafor/ }).click()
}

async function meet({ page, look }: Walker): Promise<void> {
  await look('Tomasz Okafor')
  await page.getByText('5 steps from you').waitFor()
  await page.getByRole('button', { name: 'Follow', exact: true }).click()
  await page.getByRole('button', { name: 'Following', pressed: true }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Following', pressed: true }).click()
  await page.getByRole('button', { name: 'Follow', exact: true, pressed: false }).waitFor()
  await page.getByRole('link', { name: /^Piotr Zieliński.*Shift supervisor/ }).click()
  await look('Piotr Zieliński')
}

/** The tree opens and closes, finds somebody, and shows the way between two. */
async function climb({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/people')
  await page.getByRole('link', { name: 'See who reports to whom' }).click()
  await look('Who reports to whom')
  const tomasz = page.getByRole('link', { name: /Tomasz Okafor/ })
  assert.equal(await tomasz.count(), 0)
  await page.getByRole('button', { name: /^Reports of Marta Wójcik/ }).click()
  const piotrs = page.getByRole('button', { name: /^Reports of Piotr Zieliński/ })
  await piotrs.click()
  await tomasz.waitFor()
  await look('Who reports to whom')
  await piotrs.click()
  await tomasz.waitFor({ state: 'detached' })
  await page.getByRole('combobox', { name: 'Find a person' }).fill('Tomasz')
  await page.getByRole('option', { name: /Tomasz Okafor/ }).click()
  await page.getByText('is marked below').waitFor()
  await tomasz.waitFor()
  await page.getByRole('combobox', { name: /^Show the way/ }).fill('Aiko')
  await page.getByRole('option', { name: /Aiko Tanaka/ }).click()
  await page.getByText('5 steps from Tomasz Okafor').waitFor()
  await look('Who reports to whom')
  await page.getByRole('button', { name: 'As a list' }).click()
  await look('Who reports to whom')
}

async function addSomebody({ page, goTo, look, through }: Walker, house: House): Promise<void> {
  await goTo('/administration')
  await look('Administration')
  await page.getByLabel('Name', { exact: true }).fill('Frank Adeyemi')
  await page.getByLabel('Address').fill(cast.member.address)
  await through(/status of 409/, async () => {
    await page.getByRole('button', { name: 'Add the person' }).click()
    await page.getByRole('alert').waitFor()
    await look('Administration')
  })
  await page.getByLabel('Address').fill('frank@foyer.test')
  await page.getByRole('button', { name: 'Add the person' }).click()
  await page.getByText('Frank Adeyemi can sign in with a link').waitFor()
  await goTo('/people')
  await page.getByRole('link', { name: /Frank Adeyemi/ }).waitFor()
  const outsider = await house.enter('phone', 'member')
  await outsider.goTo('/administration')
  await outsider.look('Administration')
  await outsider.page.getByText('Only administrators see this.').waitFor()
}

async function settle({ page, goTo, look }: Walker, house: House): Promise<void> {
  await house.signIn('administrator')
  await goTo('/settings')
  await look('Settings')
  await page.getByLabel('Purpose').fill('Fewer passwords')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('status').getByText('Your profile is saved.').waitFor()
  await page.getByRole('radio', { name: 'Dark' }).check()
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark')
  await page.reload()
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark')
  assert.equal(await page.getByLabel('Purpose').inputValue(), 'Fewer passwords')
  await look('Settings')
  const ends = page.getByRole('button', { name: /^End / })
  await ends.first().click()
  await ends.first().waitFor({ state: 'detached' })
  await page.getByRole('listitem').filter({ hasText: 'This device' }).waitFor()
}
