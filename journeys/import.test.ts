// An administrator brings a Mattermost export in by the browser, stops it, goes on after a reload, and undoes it.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { type House, openHouse } from './house.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

const MESSAGES = 3000
/** Imports begin within seconds, and take their time on a busy machine. */
const PATIENCE = { timeout: 60_000 }
const SAID_AT = Date.UTC(2025, 4, 5, 8)
const FILE = 'works.jsonl'

/** Several batches of messages. */
function madeExport(): Buffer {
  const lines: object[] = [
    { type: 'version', version: 1 },
    { type: 'team', team: { name: 'works', display_name: 'Works', type: 'O' } },
    { type: 'channel', channel: { team: 'works', name: 'yard', display_name: 'The yard', type: 'O' } },
    { type: 'user', user: { username: 'ana', email: 'ana@works.test', first_name: 'Ana', last_name: 'Sol' } },
    { type: 'emoji', emoji: { name: 'parrot', image: 'parrot.png' } },
  ]
  for (let at = 0; at < MESSAGES; at += 1) {
    const post = {
      team: 'works',
      channel: 'yard',
      user: 'ana',
      message: `Pallet ${at}`,
      create_at: SAID_AT + at,
    }
    lines.push({ type: 'post', post })
  }
  return Buffer.from(lines.map((line) => JSON.stringify(line)).join('\n'))
}

for (const device of devices) {
  test(`an archive is brought in, stopped, resumed and undone, on a ${device}`, {
    timeout: JOURNEY_MS,
  }, async () => {
    const house = await openHouse({ runsJobs: true })
    const walker = await house.enter(device, 'administrator')
    await sendArchive(walker)
    await stopOnTheWay(walker, house)
    await resumeAfterReload(walker)
    await undo(walker)
  })
}

async function sendArchive({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/administration')
  await look('Administration')
  const archive = { name: FILE, mimeType: 'application/octet-stream', buffer: madeExport() }
  await page.getByLabel('Archive', { exact: true }).setInputFiles(archive)
  const upload = page.getByRole('region', { name: FILE })
  await upload.getByText('3,000 messages: 3,000 new, 0 known already, 0 left out.').waitFor(PATIENCE)
  assert.equal(await upload.getByRole('combobox').inputValue(), 'mattermost')
  await upload.getByText('What is left out or comes in changed, and where').click()
  await upload.getByText('custom emoji').waitFor()
  await upload.getByText('works.jsonl:5').waitFor()
  await look('Administration')
}

/** The first batch waits for a lock until the button was pressed, so that it is always pressed on the way. */
async function stopOnTheWay({ page, look }: Walker, { db }: House): Promise<void> {
  await db.transaction().execute(async (db) => {
    await sql`lock table import.person_key in access exclusive mode`.execute(db)
    await page.getByRole('region', { name: FILE }).getByRole('button', { name: 'Bring it in' }).click()
    await page.getByRole('progressbar', { name: `${FILE}: about to begin` }).waitFor()
    await look('Administration')
    await page.getByRole('button', { name: `Stop ${FILE}` }).click()
  })
  await page.getByRole('button', { name: `Resume ${FILE}` }).waitFor(PATIENCE)
  await page.getByText(/^[1-9]\d* found: \d+ new/).waitFor()
  await look('Administration')
}

async function resumeAfterReload({ page, look }: Walker): Promise<void> {
  await page.reload()
  await page.getByRole('button', { name: `Resume ${FILE}` }).click()
  await page.getByText('3,000 found: 3,000 new, 0 known before, 0 skipped').waitFor(PATIENCE)
  await page.getByText('With 1 person, 1 space').waitFor()
  await look('Administration')
}

async function undo({ page, look }: Walker): Promise<void> {
  await page.getByRole('button', { name: `Undo ${FILE}` }).click()
  await page.getByText('3,000 messages would go').waitFor()
  await look('Administration')
  await page.getByRole('button', { name: 'Undo this import' }).click()
  await page.getByText('3,000 messages taken out again').waitFor(PATIENCE)
  await page.getByText('· undone').waitFor()
  await look('Administration')
}
