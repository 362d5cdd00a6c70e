// A host offers office hours; two people ask and vote; the most wanted is answered for ever, the other set aside.
import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { cast } from '#testing/cast'
import { type House, openHouse } from './house.ts'
import { answered } from './waiting.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

const THEME = 'Safety at night'
const WANTED = 'When is line 3 made quieter?'
const OTHER = 'Why was my shift changed?'
const ANSWER = 'In May, when the new press is here.'
const REASON = 'This is about one person, so let us talk.'

for (const device of devices) {
  test(`office hours are offered, asked in, voted in and held, on a ${device}`, {
    timeout: JOURNEY_MS * 2,
  }, async () => {
    const house = await openHouse()
    await openSpace(house)
    const host = await house.enter(device, 'executive')
    const slot = await offer(host)
    const member = await house.enter(device, 'member')
    const supervisor = await house.enter(device, 'supervisor')
    await findOnProfile(member)
    await ask(member, slot, OTHER)
    await ask(supervisor, slot, WANTED)
    await vote(member, slot)
    await download(member)
    await findInBrief(host)
    // Ten in Oslo, and five minutes.
    house.clock.now = Temporal.Instant.from('2026-03-02T09:05:00Z')
    await hold(host, slot)
    await readReason(member, slot)
    await readNoReason(supervisor, slot)
    await findInLibrary(supervisor)
  })
}

async function openSpace(house: House): Promise<void> {
  const executive = await house.as('executive')
  const { id } = must(await executive.write(spaces.createSpace, { name: 'Plant', visibility: 'open' }))
  for (const who of ['member', 'supervisor'] as const)
    must(await (await house.as(who)).write(spaces.joinSpace, { id }))
}

/** @returns the address of the slot */
async function offer({ page, goTo, look }: Walker): Promise<string> {
  await goTo('/answers/hours')
  await page.getByText(/^When an executive offers office hours/).waitFor()
  await page.getByRole('button', { name: 'Offer office hours' }).click()
  const dialog = page.getByRole('dialog', { name: 'Offer office hours' })
  await dialog.getByLabel('In which space').selectOption({ label: 'Plant' })
  await dialog.getByLabel('What it is about').fill(THEME)
  await dialog.getByRole('button', { name: 'Offer them' }).click()
  await look(THEME)
  await page.getByText(/Monday.*10:00.*11:00/).waitFor()
  return new URL(page.url()).pathname
}

async function findOnProfile({ page, goTo }: Walker): Promise<void> {
  await goTo(`/people/${cast.executive.id}`)
  await page.getByRole('link', { name: /^Office hours on Monday.*10:00/ }).click()
  await page.getByRole('heading', { level: 1, name: THEME }).waitFor()
}

async function ask({ page, goTo, look }: Walker, slot: string, question: string): Promise<void> {
  await goTo(slot)
  await page.getByLabel('Your question to Ingrid Solheim').fill(question)
  await answered(page, 'answers/ask-in-hours', () =>
    page.getByRole('button', { name: 'Ask', exact: true }).click(),
  )
  await page.getByRole('article').filter({ hasText: question }).waitFor()
  await look(THEME)
}

async function vote({ page, goTo, look }: Walker, slot: string): Promise<void> {
  await goTo(slot)
  const wanted = page.getByRole('article').filter({ hasText: WANTED })
  const press = wanted.getByRole('button', { name: /^I want this answered/ })
  await answered(page, 'answers/vote-in-hours', () => press.click())
  await wanted.getByRole('button', { name: /^I want this answered/, pressed: true }).waitFor()
  // What is wanted more stands above what was asked before it.
  await page
    .getByRole('listitem')
    .filter({ has: page.getByRole('article') })
    .first()
    .getByText(WANTED)
    .waitFor()
  await look(THEME)
}

async function download({ page }: Walker): Promise<void> {
  const begun = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Put it into your calendar' }).click()
  const file = await readFile(await (await begun).path(), 'utf8')
  assert.match(file, /^BEGIN:VCALENDAR\r\n/)
  assert.match(file, /\r\nDTSTART:20260302T090000Z\r\n/)
}

async function findInBrief({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/brief')
  const card = page.getByRole('article').filter({ hasText: 'Your office hours are near' })
  await card.getByText(WANTED).waitFor()
  await look('Good morning, Ingrid')
  await card.getByRole('link', { name: 'Go to your office hours' }).click()
  await page.getByRole('heading', { level: 1, name: THEME }).waitFor()
}

async function hold({ page, goTo, look }: Walker, slot: string): Promise<void> {
  await goTo(slot)
  await page.getByText('On now', { exact: true }).waitFor()
  const inQueue = (words: string) => page.getByRole('article').filter({ hasText: words })
  await page.getByRole('article').first().getByText(WANTED).waitFor()
  await inQueue(WANTED).getByRole('button', { name: 'Answer now' }).click()
  const now = page.getByRole('region', { name: 'Being answered now' })
  await now.getByLabel('Your answer').fill(ANSWER)
  await look(THEME)
  await now.getByRole('button', { name: 'This is my answer' }).click()
  await page.getByRole('heading', { name: 'Answered', exact: true }).waitFor()
  await now.waitFor({ state: 'detached' })
  await inQueue(OTHER).getByRole('button', { name: 'Set aside …' }).click()
  await inQueue(OTHER)
    .getByLabel(/^Why it is set aside/)
    .fill(REASON)
  await look(THEME)
  await inQueue(OTHER).getByRole('button', { name: 'Set it aside' }).click()
  await page.getByRole('status').getByText('Set aside. Whoever asked gets the reason.').waitFor()
  await page.getByRole('heading', { name: 'Set aside', exact: true }).waitFor()
}

async function readReason({ page, goTo, look }: Walker, slot: string): Promise<void> {
  await goTo(slot)
  await page.getByText(`Set aside by Ingrid Solheim: ${REASON}`).waitFor()
  await look(THEME)
}

async function readNoReason({ page, goTo }: Walker, slot: string): Promise<void> {
  await goTo(slot)
  await page.getByRole('heading', { name: 'Set aside', exact: true }).waitFor()
  assert.equal(await page.getByText(REASON).count(), 0)
}

async function findInLibrary({ page, goTo, look }: Walker): Promise<void> {
  await goTo('/answers?shelf=latest')
  await page
    .getByRole('link', { name: 'Office hours of Ingrid Solheim are on now: Safety at night' })
    .waitFor()
  await page.getByRole('listitem').filter({ hasText: WANTED }).getByText(ANSWER).waitFor()
  await look('Answers')
}
