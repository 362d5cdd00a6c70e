import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openHouse } from './house.ts'
import { answered, becomes } from './waiting.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

const WORDS = 'Night shift **loses** forty minutes on every colour change.'
const PASSWORD = 'a quiet lobby at dawn'

for (const device of devices) {
  test(`from an empty house to a found conversation, on a ${device}`, { timeout: JOURNEY_MS }, async () => {
    const house = await openHouse({ isEmpty: true })
    const walker = await house.arrive(device)
    await begin(walker)
    await openSpace(walker)
    await say(walker)
    await answer(walker)
    await react(walker)
    await reword(walker)
    await takeBack(walker)
    await find(walker)
    await goAndComeBack(walker)
  })
}

async function begin({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/')
  await look('Welcome to Foyer')
  await page.getByRole('link', { name: 'Begin with your own' }).click()
  await look('Begin with your own')
  await page.getByLabel('Name of the network').fill('Solheim')
  await page.getByLabel('Your name').fill('Noor Haddad')
  await page.getByLabel('Your address').fill('noor@solheim.test')
  await page.getByRole('textbox', { name: 'Password' }).fill('short')
  await page.getByRole('button', { name: 'Begin' }).click()
  assert.equal(new URL(page.url()).pathname, '/welcome/own', 'a short password begins nothing')
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Begin' }).click()
  await look('How would you like to begin?')
  await page.getByText('import slack export.zip').waitFor()
  await page.getByRole('link', { name: 'See what came in' }).click()
  await look('Administration')
  await page.getByText('Nothing came in yet.').waitFor()
  await page.goBack()
  await page.getByRole('link', { name: 'Open the first space' }).click()
}

async function openSpace({ page, look }: Walker): Promise<void> {
  await look('Spaces')
  await page.getByText('Open the first one').waitFor()
  await page.getByRole('button', { name: 'Open a space' }).click()
  const dialog = page.getByRole('dialog', { name: 'Open a space' })
  await dialog.getByLabel('Name', { exact: true }).fill('Paint & Finish')
  await dialog.getByLabel('What it is for').fill('Everything between the booth and the oven.')
  await look('Spaces')
  await dialog.getByRole('button', { name: 'Open the space' }).click()
  await look('Paint & Finish')
}

async function say({ page, look }: Walker): Promise<void> {
  await page.getByRole('button', { name: 'Say something in Paint & Finish' }).click()
  await page.getByLabel('Title, if it needs one').fill('Colour changes')
  await page.getByLabel('Question').check()
  await page.getByRole('button', { name: 'Markdown' }).click()
  await page.getByLabel('What do you want to know?').fill(WORDS)
  await page.getByRole('button', { name: 'Preview' }).click()
  await page.getByText('loses', { exact: true }).waitFor()
  await look('Paint & Finish')
  await page.getByRole('button', { name: 'Preview' }).click()
  await page.getByRole('button', { name: 'Ask' }).click()
  await page.getByRole('status').getByText('Posted in Paint & Finish.').waitFor()
  await look('Paint & Finish')
  await page.getByRole('link', { name: 'Home', exact: true }).click()
  await look('Home')
  await page.getByRole('link', { name: /^No reply yet.*Colour changes$/ }).click()
  await look('Colour changes')
}

async function answer({ page, look }: Walker): Promise<void> {
  await page.getByRole('button', { name: 'Reply to Noor Haddad' }).click()
  await page.getByLabel('Your reply to Noor Haddad').fill('Both checks read the same gauge.')
  await look('Colour changes')
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await page.getByRole('status').getByText('Your reply is in the thread.').waitFor()
  await page.getByRole('heading', { name: '1 reply' }).waitFor()
  await look('Colour changes')
}

async function react({ page }: Walker): Promise<void> {
  const agree = page.getByRole('listitem').getByRole('button', { name: /^Agree/ })
  await answered(page, 'spaces/react', () => agree.click())
  await page.getByRole('listitem').getByRole('button', { name: 'Agree 1', pressed: true }).waitFor()
  await page.reload()
  await page.getByRole('listitem').getByRole('button', { name: 'Agree 1', pressed: true }).waitFor()
}

async function reword({ page, look }: Walker): Promise<void> {
  const reply = page.getByRole('listitem').filter({ hasText: 'the same gauge' })
  await reply.getByRole('button', { name: /^More/ }).click()
  await look('Colour changes')
  await page.getByRole('menuitem', { name: 'Change' }).click()
  await page.getByLabel('Your words').fill('Both checks read one gauge.')
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await page.getByText('Both checks read one gauge.').waitFor()
  await page.getByRole('button', { name: /^changed/ }).click()
  const history = page.getByRole('dialog')
  await history.getByText('Both checks read the same gauge.').waitFor()
  await look('Colour changes')
  await history.getByRole('button', { name: 'Close' }).click()
}

async function takeBack({ page, look }: Walker): Promise<void> {
  await page.getByRole('listitem').getByRole('button', { name: /^More/ }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByText('Noor Haddad deleted this.').waitFor()
  await look('Colour changes')
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.getByText('Both checks read one gauge.').waitFor()
}

async function find({ page, look, goTo }: Walker): Promise<void> {
  await goTo('/search')
  await look('Search')
  await page.getByRole('combobox', { name: /^Search/ }).fill('gauge')
  await page.getByRole('option', { name: /Colour changes|Both checks read one gauge/ }).waitFor()
  await look('Search')
  await page.keyboard.press('Enter')
  const hit = page.getByRole('link').filter({ hasText: 'Both checks read one gauge' })
  await hit.waitFor()
  await look('Search')
  await hit.click()
  await look('Colour changes')
  await page.goBack()
  await becomes(page, 'gauge', () => page.getByRole('combobox', { name: /^Search/ }).inputValue())
  await page.getByRole('combobox', { name: /^Search/ }).fill('hemlock')
  await page.keyboard.press('Enter')
  await page.getByText('Nothing you may see matches “hemlock”').waitFor()
  await look('Search')
}

async function goAndComeBack({ page, goTo, look, through }: Walker): Promise<void> {
  await goTo('/settings')
  await look('Settings')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await look('Sign in to Solheim')
  await goTo('/people')
  await look('Sign in to Solheim')
  await page.getByLabel('Address').fill('noor@solheim.test')
  await page.getByRole('textbox', { name: 'Password' }).fill('not what it was')
  await through(/status of 401/, async () => {
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    await page.getByRole('alert').waitFor()
    await look('Sign in to Solheim')
  })
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await look('People')
  await goTo('/')
  await page.getByRole('link', { name: /^1 reply.*Colour changes$/ }).waitFor()
}
