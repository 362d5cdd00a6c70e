// A morning away from the page: the brief comes by mail, is answered there, and is done when its reader comes back.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type CastName, cast, mention } from '#testing/cast'
import { freePort } from '#testing/free-port'
import { bring } from '#testing/postman'
import { type House, openHouse } from './house.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

for (const device of devices) {
  test(`the brief is answered by mail and by one button, on a ${device}`, {
    timeout: JOURNEY_MS,
  }, async () => {
    const port = await freePort()
    const environment = { MAIL_LISTEN_PORT: String(port), MAIL_DOMAIN: 'talk.test', MAILBOX_SHOWS: 'all' }
    const house = await openHouse({ environment })
    const walker = await house.enter(device, 'executive')
    await chooseMail(walker)
    await askInTheMorning(house)
    const links = await readMailbox(await house.enter(device, 'administrator'))
    await answerByMail(house, port)
    await pressButton(walker, links)
    await comeBack(walker)
    await seeCounts(await house.enter(device, 'steward'))
  })
}

async function chooseMail({ page, goTo, look }: Walker) {
  await goTo('/brief/settings')
  await page.getByRole('radio', { name: 'By mail' }).check()
  await page.getByText('One letter with the same cards as here.').waitFor()
  await page.getByLabel('Time', { exact: true }).fill('09:00')
  await page.getByLabel('Time', { exact: true }).blur()
  await page.getByRole('checkbox', { name: 'Count me among the executives who take part' }).check()
  await look('Your brief')
}

/** Two ask before nine, and at nine the letter is written. */
async function askInTheMorning(house: House) {
  const ask = async (who: CastName, title: string, body: string) => {
    const { id } = must(
      await (await house.as('executive')).write(spaces.createSpace, { name: title, visibility: 'open' }),
    )
    const words = { spaceId: id, kind: 'question', title, body: `${mention('executive')} ${body}` } as const
    must(await (await house.as(who)).write(spaces.writePost, words))
  }
  await ask('delegate', 'Second kiln', 'may we buy the second kiln?')
  await ask('plantManager', 'Union', 'when do we meet the union?')
  house.clock.now = Temporal.Instant.from('2026-03-02T09:00:30Z')
  // First the letter is written, then it is sent; without a server it is kept.
  await house.runJobs()
  await house.runJobs()
}

/** @returns the links of the letter that say thanks */
async function readMailbox({ page, goTo, look }: Walker): Promise<string[]> {
  await goTo('/administration/mailbox')
  await page.getByRole('button', { name: /Second kiln|Union/ }).click()
  await page.getByText('To answer this one, just reply to this letter.').waitFor()
  await look('Mailbox')
  const thanks = ((await page.locator('pre').textContent()) ?? '').matchAll(/^Thank: \S+(\/act\/\S+)$/gm)
  return [...thanks].map(([, path = '']) => path)
}

/** To the letter, as one answers any other. */
async function answerByMail(house: House, port: number) {
  const [letter] = (
    await sql<{ replyTo: string }>`select reply_to as "replyTo" from mail.letter where why = 'brief'`.execute(
      house.db,
    )
  ).rows
  const text = 'Yes, go ahead.\n\nOn Mon, 2 Mar 2026 at 09:00, Foyer wrote:\n> may we?\n'
  const mail = { from: cast.executive.address, to: letter?.replyTo ?? '', text, messageId: '<1@foyer.test>' }
  assert.equal(await bring(port, mail), undefined)
}

/** The first card was answered, so the second is thanked for. */
async function pressButton({ page, goTo, look }: Walker, links: readonly string[]) {
  await goTo(links[1] ?? '')
  await page.getByRole('button', { name: 'Thank', exact: true }).waitFor()
  await look('One press')
  await page.getByRole('button', { name: 'Thank', exact: true }).click()
  await page.getByText('Your thanks are there.').waitFor()
  await goTo(links[1] ?? '')
  await page.getByText('This was done already.').waitFor()
  await look('Done')
}

/** On the page both are done, and stand so among past briefs. */
async function comeBack({ page, goTo, look }: Walker) {
  await goTo('/brief')
  await page.getByText('A minute to reflect').first().waitFor()
  assert.equal(await page.getByText('may we buy the second kiln?').isVisible(), false)
  await goTo('/brief/history')
  await page.getByText('You took part this week, your first.').waitFor()
  await page.getByText(/^By mail at /).waitFor()
  for (const done of ['Answered', 'Thanked']) await page.getByText(done, { exact: true }).waitFor()
  await look('Your past briefs')
}

async function seeCounts({ page, goTo, look }: Walker) {
  await goTo('/administration/participation')
  await page.getByText('The first week is counted when it is over, on Monday.').waitFor()
  await look('Who takes part')
}
