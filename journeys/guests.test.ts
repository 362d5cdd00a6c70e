// A guest is invited, reads and replies; a steward looks as they do; their stay ends.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { auth } from '#contract/auth'
import { records } from '#contract/records'
import type { PostId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { cast } from '#testing/cast'
import { type House, openHouse } from './house.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

const ADDRESS = 'lin@harbour.test'

for (const device of devices) {
  test(`a guest comes, is looked after, and goes, on a ${device}`, { timeout: JOURNEY_MS }, async () => {
    const house = await openHouse()
    const { spaceId, postId } = await openGate(house)
    const keeper = await house.enter(device, 'executive')
    await invite(keeper, spaceId)
    const guest = await comeIn(house, device)
    await readAndReply(guest, postId)
    const steward = await house.enter(device, 'steward')
    await lookAsGuest(steward, spaceId)
    await endStay(keeper, guest)
    await gatherOwnData(keeper, house)
  })
}

async function openGate(house: House): Promise<{ spaceId: SpaceId; postId: PostId }> {
  const executive = await house.as('executive')
  const asked = { name: 'Gate', visibility: 'closed' as const, isPorous: true }
  const { id: spaceId } = must(await executive.write(spaces.createSpace, asked))
  must(await executive.write(spaces.invitePerson, { spaceId, personId: cast.steward.id }))
  must(await executive.write(spaces.createSpace, { name: 'Board', visibility: 'closed' }))
  const body = 'When does the next crane arrive?'
  const { id: postId } = must(await executive.write(spaces.writePost, { spaceId, title: 'Crane', body }))
  return { spaceId, postId }
}

async function invite({ page, goTo, look }: Walker, spaceId: SpaceId): Promise<void> {
  await goTo(`/spaces/${spaceId}`)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'Change', exact: true }).click()
  await page.getByRole('checkbox', { name: /^Porous/ }).uncheck()
  await page.getByText('Guests lose it at once').waitFor()
  await look('Gate')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Invite a guest' }).click()
  await page.getByRole('textbox', { name: 'Address' }).fill(ADDRESS)
  await page.getByRole('textbox', { name: 'Name' }).fill('Lin Harbour')
  await page.getByRole('textbox', { name: 'Organisation' }).fill('Harbour Ltd')
  await look('Gate')
  await page.getByRole('button', { name: 'Invite the guest' }).click()
  await page
    .getByRole('status')
    .getByText(/Lin Harbour gets a letter, and is in Gate until/)
    .waitFor()
}

/** With a link to their address, as the letter says. */
async function comeIn(house: House, device: (typeof devices)[number]): Promise<Walker> {
  must(await house.anyone.write(auth.askForLink, { address: ADDRESS }))
  const mail = house.mails.findLast(({ to }) => to === ADDRESS)
  const walker = await house.arrive(device)
  await walker.goTo(`/link/${mail?.text.match(/\/link\/([\w-]+)/)?.[1]}`)
  await walker.page.getByRole('button', { name: 'Sign in' }).click()
  await walker.page.getByRole('heading', { level: 1, name: 'Home' }).waitFor()
  return walker
}

async function readAndReply({ page, goTo, look }: Walker, postId: PostId): Promise<void> {
  await goTo('/spaces')
  await page.getByRole('link', { name: /Gate/ }).first().waitFor()
  assert.equal(await page.getByText('Board').count(), 0)
  assert.equal(await page.getByRole('link', { name: 'People' }).count(), 0)
  await goTo(`/threads/${postId}`)
  await page
    .getByRole('button', { name: /^Reply to Ingrid/ })
    .first()
    .click()
  await page.getByText('Guests can read this.').waitFor()
  await page.getByRole('textbox', { name: /^Your reply/ }).fill('On Monday, with the tide.')
  await page.getByRole('button', { name: 'Reply', exact: true }).click()
  await page.getByText('Guest · Harbour Ltd').first().waitFor()
  await look('Crane')
  await goTo('/settings')
  await page.getByText('Ingrid Solheim answers for you here').waitFor()
  await look('Settings')
}

async function lookAsGuest({ page, goTo, look }: Walker, spaceId: SpaceId): Promise<void> {
  await goTo('/people/guests')
  const lin = page.getByRole('article', { name: 'Lin Harbour' })
  await lin.getByText('Ingrid Solheim').waitFor()
  await look('Guests')
  await lin.getByRole('button', { name: 'Look as this guest' }).click()
  await page.getByText('You look as Lin Harbour would').waitFor()
  await goTo('/spaces')
  await page.getByRole('link', { name: /Gate/ }).first().waitFor()
  assert.equal(await page.getByText('Board').count(), 0)
  await look('Spaces')
  await goTo(`/spaces/${spaceId}`)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'Leave', exact: true }).click()
  await page
    .getByRole('status')
    .getByText(/You are looking as a guest would, so nothing can be done/)
    .waitFor()
  await page.getByRole('button', { name: 'Stop looking' }).click()
  await lin.waitFor()
}

async function endStay(keeper: Walker, guest: Walker): Promise<void> {
  await keeper.goTo('/people/guests')
  const lin = keeper.page.getByRole('article', { name: 'Lin Harbour' })
  await lin.getByRole('button', { name: 'End the stay' }).click()
  await keeper.page
    .getByRole('status')
    .getByText('Lin Harbour is signed out and reads nothing more.')
    .waitFor()
  await lin.getByText('Over: they see nothing').waitFor()
  await guest.page.reload()
  await guest.page.getByRole('heading', { name: /Sign in/ }).waitFor()
}

async function gatherOwnData({ page, goTo, look }: Walker, house: House): Promise<void> {
  await goTo('/settings/data')
  await page.getByRole('button', { name: 'Gather a copy' }).click()
  await page.getByText('It is being gathered.').waitFor()
  const { id } = must(await (await house.as('executive')).read(records.listOwnData, {})).items[0] ?? {
    id: '',
  }
  await house.runJob('records/gather-own-data', { copyId: id })
  await page.getByRole('link', { name: /^Download/ }).waitFor()
  await look('Your data')
}
