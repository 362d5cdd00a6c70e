// Mail comes in at the command line, and is met on the page: its report, its people, its words, however unfriendly.
import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { importMbox } from '#rooms/import'
import { type House, openHouse } from './house.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

const LONG_WORD = 'Übergabeprotokollablageverzeichnis'.repeat(4)
const OTHER_ADDRESS = 'tomasz.okafor@foyer.test'

const MAILS = [
  {
    from: 'Tomasz Okafor <tomasz@foyer.test>',
    subject: 'Colour changes',
    body: 'We lose forty minutes on every colour change.',
  },
  {
    from: `Tomasz Okafor <${OTHER_ADDRESS}>`,
    subject: 'Re: Colour changes',
    body: `<script>alert(1)</script> <img src=x onerror=alert(1)> [press](javascript:alert(1)) ${LONG_WORD}\n\n> We lose forty minutes on every colour change.`,
  },
]

for (const device of devices) {
  test(`an archive comes in and is read, on a ${device}`, { timeout: JOURNEY_MS }, async () => {
    const house = await openHouse()
    await bringIn(house)
    const walker = await house.enter(device, 'administrator')
    await checkReport(walker)
    await readThread(walker)
    await partPeople(walker)
  })
}

async function bringIn({ db, clock }: House): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'foyer-archive-'))
  const path = join(folder, 'mail.mbox')
  try {
    await writeFile(path, MAILS.map(asMail).join(''))
    await importMbox({
      ...{ db, path, isApplied: true, listAsSpace: false },
      ...{ examplesWanted: 3, now: () => clock.now, onProgress: () => {} },
    })
  } finally {
    await rm(folder, { recursive: true })
  }
}

function asMail({ from, subject, body }: (typeof MAILS)[number], index: number): string {
  const headers = [
    `From: ${from}`,
    'To: Noor Haddad <noor@foyer.test>',
    `Date: Mon, 5 Jan 2026 10:0${index}:00 +0000`,
    `Message-ID: <${index}@foyer.test>`,
    ...(index > 0 ? [`In-Reply-To: <${index - 1}@foyer.test>`] : []),
    `Subject: ${subject}`,
    'Content-Type: text/plain; charset=utf-8',
  ]
  return `From x@y.test Mon Jan  5 10:00:00 2026\n${headers.join('\n')}\n\n${body}\n\n`
}

async function checkReport({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/administration')
  await page.getByText('mail.mbox').waitFor()
  await page.getByText('2 found: 2 new, 0 known before, 0 skipped').waitFor()
  await page.getByText(OTHER_ADDRESS, { exact: true }).waitFor()
  await look('Administration')
}

/** What somebody wrote in a mail is shown as words, and nothing in it runs. */
async function readThread({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/spaces')
  await page.getByText('Conversations of a few people').click()
  await page.locator('details').getByRole('link').first().click()
  await page.getByRole('link', { name: /Colour changes$/ }).click()
  await look('Colour changes')
  await page.getByText('<script>alert(1)</script>').waitFor()
  assert.equal(await page.locator('main img, main script, a[href^="javascript"]').count(), 0)
  await page.getByText('Quoted text').first().click()
  await look('Colour changes')
}

/** Two who were taken for one are two again, and what was said stays with who said it. */
async function partPeople({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/administration')
  await page.getByRole('button', { name: `Split ${OTHER_ADDRESS}` }).click()
  await page.getByRole('status').getByText('1 message moved along.').waitFor()
  await page.getByText('No addresses were merged.').waitFor()
  await goTo('/people')
  await page.getByRole('searchbox', { name: 'Search' }).fill('okafor')
  await page.getByRole('link', { name: /^Tomasz Okafor.*not here any more/ }).click()
  await look('Tomasz Okafor')
  await page.getByText(OTHER_ADDRESS).waitFor()
}
