import { test } from 'node:test'
import type { SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { type CastName, cast } from '#testing/cast'
import { type House, openHouse } from './house.ts'
import { becomes, canType } from './waiting.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

type Said = { by: CastName; title?: string; body: string; kind?: 'note' | 'question' }

const SAID: Said[] = [
  {
    by: 'supervisor',
    title: 'Purge valve on line 3',
    body: 'The purge valve sticks after every **night shift**. We clean the gauge twice, and it sticks all the same. #line-3',
  },
  {
    by: 'steward',
    title: 'Nattskiftet melder',
    body: 'Maskinene stoppet tre ganger i natt. Kan noen se på målingene før frokost?',
    kind: 'question',
  },
  {
    by: 'plantManager',
    title: 'Przestoje w Gdańsku',
    body: 'Przestoje na linii trzeciej kosztują nas za dużo. Proszę o zdanie do piątku.',
  },
  {
    by: 'steward',
    title: '会議室のお知らせ',
    body: '明日の会議室は東京工場の三階です。資料を持ってきてください。',
  },
]

for (const device of devices) {
  test(`what was said is found in three languages, by keys and by pressing, on a ${device}`, {
    timeout: JOURNEY_MS,
  }, async () => {
    const house = await openHouse()
    await say(house)
    const walker = await house.enter(device, 'member')
    await walker.goTo('/spaces')
    await walker.look('Spaces')
    if (device === 'desktop') await searchByKeys(walker)
    else await openByTab(walker)
    await findInLanguages(walker)
    await narrow(walker)
    await readOn(walker)
    await goOffline(walker)
  })
}

async function say(house: House): Promise<void> {
  const executive = await house.as('executive')
  const { body: space } = await executive.write(spaces.createSpace, { name: 'Line 3', visibility: 'open' })
  const spaceId: SpaceId = space.id
  for (const { by, body, title, kind = 'note' } of SAID) {
    house.clock.now = house.clock.now.add({ minutes: 1 })
    await (await house.as(by)).write(spaces.writePost, { spaceId, body, kind, ...(title && { title }) })
  }
  for (let number = 1; number <= 25; number += 1) {
    house.clock.now = house.clock.now.add({ minutes: 1 })
    await executive.write(spaces.writePost, {
      spaceId,
      body: `Handover ${number} is done, all pumps are running.`,
    })
  }
}

/** From anywhere to a thread without a mouse. */
async function searchByKeys({ page, look }: Walker): Promise<void> {
  await page.keyboard.press('Control+k')
  const box = page.getByRole('dialog', { name: 'Search' })
  const field = box.getByRole('combobox')
  await box.getByText('who said it, as in from:marta').waitFor()
  await look('Spaces')
  await page.keyboard.type('wojc')
  await box.getByRole('option', { name: new RegExp(cast.plantManager.name) }).waitFor()
  await look('Spaces')
  await field.fill('fr')
  await box.getByRole('option', { name: /^from:/ }).waitFor()
  await page.keyboard.press('Tab')
  await becomes(page, 'from:', () => field.inputValue())
  await page.keyboard.type('piotr')
  await box.getByRole('option', { name: cast.supervisor.name, exact: true }).waitFor()
  await page.keyboard.press('Tab')
  await becomes(page, `from:"${cast.supervisor.name}" `, () => field.inputValue())
  await field.fill('purge')
  await box.getByRole('option', { name: /Purge valve on line 3/ }).waitFor()
  await page.keyboard.press('ArrowDown')
  await box.getByRole('option', { name: /Purge valve on line 3/, selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await look('Purge valve on line 3')
  await page.keyboard.press('/')
  await box.getByRole('combobox').waitFor()
  await page.keyboard.press('Escape')
  await box.waitFor({ state: 'hidden' })
  await page.keyboard.press('/')
  await canType(page)
  await page.keyboard.press('Enter')
  await look('Search')
}

async function openByTab({ page, look }: Walker): Promise<void> {
  await page.getByRole('link', { name: 'Search', exact: true }).click()
  await look('Search')
}

async function findInLanguages(walker: Walker): Promise<void> {
  for (const [typed, title] of [
    ['sticking valves', 'Purge valve on line 3'],
    ['maskin', 'Nattskiftet melder'],
    ['gdansku', 'Przestoje w Gdańsku'],
    ['会議', '会議室のお知らせ'],
    ['topic:line-3', 'Purge valve on line 3'],
  ] as const) {
    await ask(walker, typed)
    await walker.page.getByRole('link').filter({ hasText: title }).waitFor()
    await walker.look('Search')
  }
  await walker.page.getByRole('button', { name: 'topic: line-3 Remove' }).waitFor()
}

async function ask({ page }: Walker, typed: string): Promise<void> {
  const field = page.getByRole('combobox', { name: /^Search/ })
  await field.fill(typed)
  await field.press('Enter')
}

/** Chips write what one could have typed. */
async function narrow(walker: Walker): Promise<void> {
  const { page, look } = walker
  await ask(walker, 'linii OR valve maskin')
  await page.getByRole('combobox', { name: 'Kind' }).selectOption('Questions')
  const field = page.getByRole('combobox', { name: /^Search/ })
  await page.getByRole('button', { name: 'kind: question Remove' }).waitFor()
  await becomes(page, true, async () => (await field.inputValue()).endsWith('kind:question'))
  await page.getByRole('link').filter({ hasText: 'Purge valve' }).waitFor({ state: 'detached' })
  await look('Search')
  await page.getByRole('button', { name: 'kind: question Remove' }).click()
  await page.getByRole('link').filter({ hasText: 'Purge valve' }).waitFor()
  await page.getByRole('button', { name: 'Person' }).click()
  await page.getByRole('option', { name: 'me', exact: true }).waitFor()
  await look('Search')
  await ask(walker, 'from:nobody valve')
  await page.getByText('You see nobody called “nobody”.').waitFor()
  await look('Search')
}

async function readOn(walker: Walker): Promise<void> {
  const { page, look } = walker
  await ask(walker, 'in:"Line 3"')
  await page.getByRole('link').filter({ hasText: 'Handover 25' }).waitFor()
  await page.getByRole('link').filter({ hasText: 'Handover 25' }).focus()
  await page.mouse.wheel(0, 20_000)
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
  await page.getByRole('link').filter({ hasText: 'Purge valve on line 3' }).waitFor()
  await look('Search')
  await ask(walker, 'hemlock')
  await page.getByText('Nothing you may see matches “hemlock”').waitFor()
  await look('Search')
}

async function goOffline(walker: Walker): Promise<void> {
  const { page, look, through } = walker
  await through(/ERR_INTERNET_DISCONNECTED/, async () => {
    await page.context().setOffline(true)
    await ask(walker, 'pumps')
    await page.getByRole('alert').first().waitFor()
    await page.context().setOffline(false)
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('link').filter({ hasText: 'Handover' }).first().waitFor()
  })
  await look('Search')
}
