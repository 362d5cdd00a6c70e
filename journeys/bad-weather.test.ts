import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auth } from '#contract/auth'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { cast } from '#testing/cast'
import { type House, openHouse } from './house.ts'
import { talkOvernight } from './said-overnight.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

const LINE_BROKE = /net::ERR_|^CallProblem|Failed to fetch/

for (const device of devices) {
  test(`nothing is lost in bad weather, on a ${device}`, { timeout: JOURNEY_MS }, async () => {
    const house = await openHouse()
    await talkOvernight(house)
    const walker = await house.enter(device, 'outsider')
    await goNowhere(walker)
    await knockAtPrivateDoor(walker, house)
    await sitThroughOutage(walker, house)
    await writeOffline(walker)
    await comeBackIn(walker, house)
  })
}

async function goNowhere({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/no/such/place')
  await look('Nothing here')
  await page.getByRole('link', { name: 'Go home' }).click()
  await look('Home')
  await page.getByRole('link', { name: 'First week' }).waitFor()
}

/** A private space does not exist for somebody outside of it, nor does what is said there. */
async function knockAtPrivateDoor({ page, goTo, look, through }: Walker, house: House): Promise<void> {
  const executive = await house.as('executive')
  const board = must(await executive.write(spaces.createSpace, { name: 'Board', visibility: 'private' }))
  const post = must(await executive.write(spaces.writePost, { spaceId: board.id, body: 'Between us.' }))
  for (const [path, heading] of [
    [`/spaces/${board.id}`, 'Space'],
    [`/threads/${post.id}`, 'Thread'],
    ['/people/no-such-person', 'Person'],
  ] as const) {
    await through(/status of 40[04]/, async () => {
      await goTo(path)
      await page.getByRole('alert').getByRole('link', { name: 'Go home' }).waitFor()
      // What is asked again once the page hears live is refused again.
      await look(heading)
    })
    assert.doesNotMatch((await page.locator('body').textContent()) ?? '', /Board|Between us|Ingrid/)
  }
}

/** A screen never seen and one that is open both say what happened, and go on once Foyer is back. */
async function sitThroughOutage({ page, goTo, look, through }: Walker, house: House): Promise<void> {
  const away = page.getByRole('alert').getByText('Foyer does not answer just now.')
  await goTo('/')
  await look('Home')
  await through(LINE_BROKE, async () => {
    await house.goAway()
    await page.getByRole('link', { name: 'Spaces', exact: true }).click()
    await away.waitFor()
    await look('This screen did not open')
    await page.getByRole('button', { name: 'Try again' }).click()
    await away.waitFor()
    await house.comeBack()
    await page.getByRole('button', { name: 'Try again' }).click()
    await look('Spaces')
  })
  await through(LINE_BROKE, async () => {
    await house.goAway()
    await page.getByRole('searchbox', { name: 'Find a space' }).fill('paint')
    await away.waitFor()
    await look('Spaces')
    await house.comeBack()
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.getByRole('link', { name: /Paint & Finish/ }).waitFor()
  })
  await look('Spaces')
}

async function writeOffline({ page, look, bear }: Walker): Promise<void> {
  await page.getByRole('link', { name: /Paint & Finish/ }).click()
  await page.getByRole('link', { name: 'Canteen' }).click()
  await look('Canteen')
  await page.getByRole('button', { name: 'Reply to Omar Said' }).click()
  const area = page.getByLabel('Your reply to Omar Said')
  const send = page.getByRole('button', { name: 'Reply', exact: true })
  const note = page.getByText('You can read what is here')
  await area.fill('It closes at eleven.')
  // What tells of waiting words is fetched a while after the page stands, perhaps just now.
  await bear(LINE_BROKE, async () => {
    await page.context().setOffline(true)
    await note.waitFor()
    await send.click()
    await page.getByText('Kept on this device.').waitFor()
    await page.getByRole('list', { name: 'Your replies that wait' }).waitFor()
    await look('Canteen')
    await page.context().setOffline(false)
    await note.waitFor({ state: 'detached' })
  })
  await page.getByRole('heading', { name: '1 reply' }).waitFor()
  await page.getByText('to be sent').waitFor({ state: 'detached' })
  await page.getByText('It closes at eleven.').waitFor()
  await look('Canteen')
}

/** A session that was ended elsewhere leads to the door, and from there back to where one was. */
async function comeBackIn({ page, goTo, look, through }: Walker, house: House): Promise<void> {
  const address = page.url()
  const elsewhere = await house.signIn('outsider')
  const { items } = must(await elsewhere.read(auth.listSessions, {}))
  for (const { id, isThisOne } of items) if (!isThisOne) must(await elsewhere.write(auth.endSession, { id }))
  await through(/status of 401/, () => look('Sign in to Foyer Test'))
  await page.getByLabel('Address').fill(cast.outsider.address)
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await page.getByRole('heading', { level: 1, name: 'Look into your mail' }).waitFor()
  const mail = house.mails.findLast(({ to }) => to === cast.outsider.address)
  await goTo(mail?.text.match(/http\S+\/link\/\S+/)?.[0] ?? 'no link')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await look('Canteen')
  assert.equal(page.url(), address)
}
