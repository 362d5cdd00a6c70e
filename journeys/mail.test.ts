import { test } from 'node:test'
import type { PostId, SpaceId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { readSettings } from '#platform/settings'
import { enqueueLetter, replyAddressFor } from '#rooms/mail'
import { must } from '#testing/answer'
import { cast } from '#testing/cast'
import { freePort } from '#testing/free-port'
import { bring } from '#testing/postman'
import { type House, openHouse } from './house.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

type Thread = { spaceId: SpaceId; postId: PostId }

for (const device of devices) {
  test(`mail goes out and comes in, on a ${device}`, { timeout: JOURNEY_MS }, async () => {
    const port = await freePort()
    const environment = { MAIL_LISTEN_PORT: String(port), MAIL_DOMAIN: 'talk.test' }
    const house = await openHouse({ environment })
    const thread = await beginThread(house)
    await replyAppears(await house.enter(device, 'executive'), house, { ...thread, port, environment })
    const walker = await house.enter(device, 'administrator')
    await setServer(walker, house)
    await readMailbox(walker, house)
  })
}

async function beginThread(house: House): Promise<Thread> {
  const executive = await house.as('executive')
  const { id } = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' }))
  const post = { spaceId: id, kind: 'note', title: 'Line 3', body: 'Who may stop it at night?' } as const
  return { spaceId: id, postId: must(await executive.write(spaces.writePost, post)).id }
}

type Bringing = Thread & { port: number; environment: Record<string, string> }

/** What a colleague answers with a mail program stands in the open thread by itself. */
async function replyAppears(walker: Walker, house: House, { postId, spaceId, port, environment }: Bringing) {
  const { page } = walker
  await walker.goTo(`/threads/${postId}`)
  await walker.look('Line 3')
  const bound = { personId: cast.member.id, postId }
  const to = (await replyAddressFor(house.db, readSettings(environment, '/'), bound)) ?? ''
  const text = 'Whoever stands next to it.\n\nOn Mon, 2 Mar 2026 at 09:00, Foyer wrote:\n> Who may stop it?\n'
  await bring(port, { from: cast.member.address, to, text, messageId: '<1@foyer.test>' })
  await page.getByText('Whoever stands next to it.').waitFor()
  await walker.goTo(`/spaces/${spaceId}`)
  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('button', { name: 'Post by mail' }).click()
  await page.getByRole('link', { name: /^post\+.*@talk\.test$/ }).waitFor()
  await walker.look('Plant')
}

/** A server is set and tested; the test says in a sentence what happened. */
async function setServer(walker: Walker, house: House) {
  const { page } = walker
  await walker.goTo('/administration/mail')
  await page.getByText('No letter leaves so far').waitFor()
  await page.getByText('It became a reply.').waitFor()
  await page.getByRole('textbox', { name: 'Server' }).fill('mail.foyer.test')
  await page.getByRole('textbox', { name: 'User' }).fill('foyer')
  await page.getByLabel('Password').fill('a passable phrase')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Saved.').waitFor()
  await page.getByText('One is set. It is never shown').waitFor()
  await page.getByRole('button', { name: 'Send me a test' }).click()
  await page.getByText('The letter is on its way to the mail server.').waitFor()
  await house.runJobs()
  await page.getByText('The mail server took the letter. Look into your mail.').waitFor()
  await walker.look('Mail')
  await page.getByRole('textbox', { name: 'Server' }).fill('')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('No letter leaves so far').waitFor()
}

/** Without a server, letters to the administrator lie in the mailbox, as text and as HTML. */
async function readMailbox(walker: Walker, house: House) {
  const { page } = walker
  const letter = {
    uniqueKey: 'a',
    personId: cast.administrator.id,
    why: 'digest',
    subject: 'Two things for you',
  }
  const words = { text: 'One: http://localhost/threads/1\n', html: '<h1>Two things</h1><p>One, and two.</p>' }
  await enqueueLetter(house.db, { ...letter, ...words }, house.clock.now)
  await house.runJobs()
  await walker.goTo('/administration/mailbox')
  await page.getByRole('button', { name: /Two things for you/ }).click()
  await page.getByRole('link', { name: 'http://localhost/threads/1' }).waitFor()
  await walker.look('Mailbox')
  await page.getByRole('button', { name: 'As HTML' }).click()
  // Nothing runs in there, so it is not looked at for access.
  await page.frameLocator('iframe').getByText('One, and two.').waitFor()
}
