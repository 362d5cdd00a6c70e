import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cast } from '#testing/cast'
import { type House, openHouse } from './house.ts'
import { answered, becomes } from './waiting.ts'
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
    await searchTheTree(walker)
    await group(walker)
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
  const follow = page.getByRole('button', { name: 'Follow', exact: true })
  await answered(page, 'spaces/follow', () => follow.click())
  await page.getByRole('button', { name: 'Following', pressed: true }).waitFor()
  await page.reload()
  await page.getByRole('button', { name: 'Following', pressed: true }).click()
  await page.getByRole('button', { name: 'Follow', exact: true, pressed: false }).waitFor()
  await page.getByRole('link', { name: /^Piotr Zieliński.*Shift supervisor/ }).click()
  await look('Piotr Zieliński')
}

/** The tree unfolds and folds in list and picture alike, and its address shows the same again. */
async function climb({ page, device, goTo, look }: Walker): Promise<void> {
  await goTo('/people')
  await page.getByRole('link', { name: 'See who reports to whom' }).click()
  await look('Who reports to whom')
  const tomasz = page.getByRole('link', { name: /^Tomasz Okafor/ })
  assert.equal(await tomasz.count(), 0)
  if (device === 'phone') await page.getByRole('button', { name: 'With the picture' }).click()
  const drawn = page.locator('[data-person]', { hasText: 'Tomasz Okafor' })
  await page.getByRole('button', { name: /^Reports of Marta Wójcik/ }).click()
  const piotrs = page.getByRole('button', { name: /^Reports of Piotr Zieliński/ })
  await piotrs.click()
  await tomasz.waitFor()
  await drawn.waitFor()
  await look('Who reports to whom')
  await page.reload()
  await tomasz.waitFor()
  await page.goBack()
  await tomasz.waitFor({ state: 'detached' })
  await page.goForward()
  await tomasz.waitFor()
  await page.locator('[data-person]', { hasText: 'Piotr Zieliński' }).getByText('1', { exact: true }).click()
  await tomasz.waitFor({ state: 'detached' })
  await drawn.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Fold all' }).click()
}

/** Somebody is found in the tree, reached by keys, and led to from somebody else. */
async function searchTheTree({ page, look }: Walker): Promise<void> {
  await page.getByRole('combobox', { name: 'Find a person' }).fill('Tomasz')
  await page.getByRole('option', { name: /Tomasz Okafor/ }).click()
  const tomasz = page.getByRole('link', { name: /^Tomasz Okafor/ }).and(page.locator('[aria-current]'))
  await tomasz.and(page.locator(':focus')).waitFor()
  await page.keyboard.press('ArrowLeft')
  await page
    .getByRole('link', { name: /^Piotr Zieliński/ })
    .and(page.locator(':focus'))
    .waitFor()
  await page.keyboard.press('i')
  await page
    .getByRole('link', { name: /^Ingrid Solheim/ })
    .and(page.locator(':focus'))
    .waitFor()
  await page.getByRole('button', { name: 'Way from here' }).click()
  await page.getByRole('combobox', { name: 'To' }).fill('Aiko')
  await page.getByRole('option', { name: /Aiko Tanaka/ }).click()
  await page
    .getByText(
      '5 steps from Tomasz Okafor: 3 up to Ingrid Solheim, the nearest manager of both, then 2 down.',
    )
    .waitFor()
  await look('Who reports to whom')
  await page.getByRole('button', { name: 'My own line' }).click()
  await page
    .getByRole('link', { name: /^Noor Haddad/ })
    .and(page.locator('[aria-current]'))
    .waitFor()
}

async function group({ page, goTo, look }: Walker): Promise<void> {
  await page.getByRole('link', { name: 'By unit' }).click()
  await page.getByRole('link', { name: /^Without a unit/ }).click()
  await page.getByRole('heading', { name: 'Without a unit' }).waitFor()
  const views = page.getByRole('navigation', { name: 'Ways to see the network' })
  await becomes(page, ['By unit'], () => views.locator('[aria-current]').allTextContents())
  await look('Who reports to whom')
  await page.getByRole('link', { name: 'in the tree with Piotr Zieliński' }).click()
  await page
    .getByRole('link', { name: /^Piotr Zieliński/ })
    .and(page.locator('[aria-current]'))
    .waitFor()
  await page.getByRole('link', { name: 'By site' }).click()
  await page.getByRole('list', { name: 'The network by site' }).waitFor()
  await look('Who reports to whom')
  await goTo('/people/tree')
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
  await page.locator('html[data-theme="dark"]').waitFor()
  await page.reload()
  await page.locator('html[data-theme="dark"]').waitFor()
  await becomes(page, 'Fewer passwords', () => page.getByLabel('Purpose').inputValue())
  await look('Settings')
  const ends = page.getByRole('button', { name: /^End / })
  await ends.first().click()
  await ends.first().waitFor({ state: 'detached' })
  await page.getByRole('listitem').filter({ hasText: 'This device' }).waitFor()
}
