import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from './house.ts'
import { becomes } from './waiting.ts'

test('hands stay on the keyboard: over the rail, through the screens, and not when switched off', async () => {
  const house = await openHouse()
  const { page, goTo, look } = await house.enter('desktop', 'executive')
  await goTo('/')
  await look('Home')
  await goTo('/spaces')
  await look('Spaces')
  await page.keyboard.press('Shift+?')
  const sheet = page.getByRole('dialog', { name: 'Keys' })
  await sheet.getByText('Show the keys').waitFor()
  await look('Spaces')
  await page.keyboard.press('h')
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'hidden' })
  assert.equal(new URL(page.url()).pathname, '/spaces', 'behind a dialog keys rest')
  await page.keyboard.press('b')
  await look('Good morning, Ingrid')
  await page.locator(':focus').filter({ hasText: 'Good morning' }).waitFor()
  await page.keyboard.press('/')
  const box = page.getByRole('dialog', { name: 'Search' })
  await box.getByRole('combobox').and(page.locator(':focus')).waitFor()
  await page.keyboard.type('hb?')
  // While one types, keys are letters.
  await becomes(page, 'hb?', () => box.getByRole('combobox').inputValue())
  await page.keyboard.press('Escape')
  // The first Escape empties, the second closes.
  await becomes(page, '', () => box.getByRole('combobox').inputValue())
  await page.keyboard.press('Escape')
  await box.waitFor({ state: 'hidden' })
  await goTo('/settings')
  await page.getByRole('checkbox', { name: /^Single keys/ }).uncheck()
  await page.getByRole('heading', { level: 1 }).focus()
  await page.keyboard.press('h')
  await page.keyboard.press('Shift+?')
  await look('Settings')
  assert.equal(await sheet.count(), 0)
})

test('a link that shows itself when it is reached leads past the rail', async () => {
  const house = await openHouse()
  const { page, goTo, look } = await house.enter('desktop', 'executive')
  await goTo('/people')
  await look('People')
  const skip = page.getByRole('link', { name: 'Skip to the content' })
  assert.ok(((await skip.boundingBox())?.y ?? 0) < 0)
  await skip.focus()
  assert.ok(((await skip.boundingBox())?.y ?? -1) > 0)
  await look('People')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await becomes(page, 'See who reports to whom', () =>
    page.evaluate(() => document.activeElement?.textContent ?? ''),
  )
})
