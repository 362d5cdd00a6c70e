import { test } from 'node:test'
import { moderation } from '#contract/moderation'
import type { PostId, SaidId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { cast } from '#testing/cast'
import { type House, openHouse } from './house.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

for (const device of devices) {
  test(`what is reported is hidden, looked at again and put back, on a ${device}`, {
    timeout: JOURNEY_MS,
  }, async () => {
    const house = await openHouse()
    const postId = await beginThread(house)
    const supervisor = await house.enter(device, 'supervisor')
    await report(supervisor, postId)
    const keeper = await house.enter(device, 'plantManager')
    await hide(keeper)
    await appeal(await house.enter(device, 'member'), postId)
    const steward = await house.enter(device, 'steward')
    await putBack(steward)
    if (device === 'desktop') await lookAround(steward)
    else await lockAndMove(keeper, house, postId)
    await muteAuthor(supervisor, postId)
  })
}

async function beginThread(house: House): Promise<PostId> {
  const keeper = await house.as('plantManager')
  const { id: spaceId } = must(await keeper.write(spaces.createSpace, { name: 'Plant', visibility: 'open' }))
  must(await keeper.write(spaces.createSpace, { name: 'Board', visibility: 'private' }))
  const post = { spaceId, title: 'Line 3', body: 'Who may stop it at night?' }
  const { id: postId } = must(await keeper.write(spaces.writePost, post))
  house.clock.now = house.clock.now.add({ seconds: 10 })
  const body = 'Piotr was ill again, as everybody knows.'
  must(await (await house.as('member')).write(spaces.writeReply, { postId, body }))
  const steward = await house.as('steward')
  must(await steward.write(moderation.watchPhrase, { phrase: 'Projet Étoile' }))
  return postId
}

const openMenu = ({ page }: Walker, name: string) =>
  page.getByRole('button', { name: `More for what ${name} said` }).click()

async function report(walker: Walker, postId: PostId): Promise<void> {
  const { page } = walker
  await walker.goTo(`/threads/${postId}`)
  await openMenu(walker, cast.member.name)
  await page.getByRole('menuitem', { name: 'Report …' }).click()
  await page.getByText('stewards read these words and nothing else').waitFor()
  await page.getByLabel('Private or confidential').check()
  await page.getByLabel('In your words, if you like').fill('That is mine to tell.')
  await walker.look('Line 3')
  await page.getByRole('button', { name: 'Report', exact: true }).click()
  await page.getByText('Reported. You hear here what comes of it.').waitFor()
}

/** The keeper finds it in the queue and hides it, by keys where there are keys. */
async function hide(walker: Walker): Promise<void> {
  const { page, device } = walker
  await walker.goTo('/moderation')
  await page.getByText('“That is mine to tell.”').waitFor()
  await walker.look('Moderation')
  if (device === 'desktop') {
    await page.keyboard.press('j')
    await page.keyboard.press('h')
  } else await page.getByRole('button', { name: 'Hide …' }).click()
  await page.getByLabel('Private or confidential').check()
  await page.getByLabel('What its author is told beside it').fill('Health is nobody else’s matter.')
  await page.getByRole('button', { name: 'Hide', exact: true }).click()
  await page.getByText('Hidden. Its author is told why.').waitFor()
  await page.getByText('Nothing waits.').waitFor()
}

async function appeal(walker: Walker, postId: PostId): Promise<void> {
  const { page } = walker
  await walker.goTo(`/threads/${postId}`)
  await page.getByText('Hidden by a keeper: private or confidential.').waitFor()
  await page.getByText('Health is nobody else’s matter.').waitFor()
  await walker.look('Line 3')
  await page.getByRole('button', { name: 'Ask for another look' }).click()
  await page.getByLabel('Why it should stand').fill('He told it himself, in this thread.')
  await page.getByRole('button', { name: 'Ask', exact: true }).click()
  await page.getByText('Somebody else looks at it.').waitFor()
}

async function putBack(walker: Walker): Promise<void> {
  const { page } = walker
  await walker.goTo('/moderation')
  await page.getByText('“He told it himself, in this thread.”').waitFor()
  await page.getByRole('button', { name: 'Put it back' }).click()
  await page.getByText('It stands where it stood.').waitFor()
}

async function lockAndMove(walker: Walker, house: House, postId: PostId): Promise<void> {
  const { page } = walker
  await walker.goTo(`/threads/${postId}`)
  await page.getByText('Piotr was ill again').waitFor()
  await openMenu(walker, cast.plantManager.name)
  await page.getByRole('menuitem', { name: 'Moderate …' }).click()
  await page.getByRole('button', { name: 'Move the thread …' }).click()
  await page.getByRole('button', { name: /^Board/ }).click()
  await page.getByText('Everybody of the house who is not in it').waitFor()
  await page.getByRole('button', { name: 'Close' }).click()
  await openMenu(walker, cast.plantManager.name)
  await page.getByRole('menuitem', { name: 'Moderate …' }).click()
  await page.getByRole('button', { name: 'Lock the thread …' }).click()
  await page.getByLabel('Why it is locked').fill('It is decided.')
  await page.getByRole('button', { name: 'Lock', exact: true }).click()
  await page.getByText(`${cast.plantManager.name} locked this thread: It is decided.`).waitFor()
  await walker.look('Line 3')
  const saidId = postId as string as SaidId
  must(await (await house.as('member')).write(spaces.react, { saidId, kind: 'agree' }))
}

async function muteAuthor(walker: Walker, postId: PostId): Promise<void> {
  const { page } = walker
  await walker.goTo(`/people/${cast.member.id}`)
  await page.getByRole('button', { name: `More for ${cast.member.name}` }).click()
  await page.getByRole('menuitem', { name: 'Mute' }).click()
  await page.getByText('They are not told.').waitFor()
  await walker.goTo(`/threads/${postId}`)
  await page.getByText(`A reply of ${cast.member.name}, whom you muted.`).waitFor()
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await page.getByText('Piotr was ill again').waitFor()
  await walker.goTo('/settings/silenced')
  await walker.look('Muted and blocked')
  await page.getByRole('button', { name: `Hear again: ${cast.member.name}` }).click()
  await page.getByText('You hear everybody.').waitFor()
  await walker.goTo('/moderation')
  await page.getByText('You reported this. It was hidden, and put back since.').waitFor()
}

async function lookAround(walker: Walker): Promise<void> {
  const { page } = walker
  await walker.goTo('/moderation/log')
  await page.getByText(`${cast.plantManager.name} hid something of ${cast.member.name}`).waitFor()
  await walker.look('Log of moderation')
  await walker.goTo('/moderation/ledger')
  await page.getByText('In no month of the last year').waitFor()
  await walker.look('Ledger of moderation')
  await walker.goTo('/moderation/watch')
  await page.getByText('Projet Étoile').waitFor()
  await walker.look('Watched words')
}
