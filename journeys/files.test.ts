import assert from 'node:assert/strict'
import { test } from 'node:test'
import sharp from 'sharp'
import type { FileId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { type House, openHouse } from './house.ts'
import { devices, JOURNEY_MS } from './walker.ts'

const picture = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer()
const csv = Buffer.from('week,scrap\n11,2.9\n12,3.4\n')

/** A thread with two pictures and a list, of the plant manager's. */
async function withThread(house: House) {
  const author = await house.as('plantManager')
  const { id } = (await author.write(spaces.createSpace, { name: 'Paint', visibility: 'open' })).body
  const fileIds: FileId[] = []
  for (const [name, bytes] of [
    ['The worn seal.jpg', await picture(1600, 900, '#b06a3b')],
    ['The new one.jpg', await picture(600, 800, '#3b6fb0')],
    ['scrap-by-week.csv', csv],
  ] as const) {
    fileIds.push((await author.upload(name, bytes)).body.id)
  }
  const body = 'The seal of booth two, before and after, and what it cost us.'
  const post = (await author.write(spaces.writePost, { spaceId: id, title: 'The seal', body, fileIds })).body
  return { spaceId: id, postId: post.id }
}

for (const device of devices) {
  test(`files are seen in the feed and in the thread, pictures large too: on a ${device}`, {
    timeout: JOURNEY_MS,
  }, async () => {
    const house = await openHouse()
    const { spaceId, postId } = await withThread(house)
    const { page, goTo, look } = await house.enter(device, 'member')
    await goTo(`/spaces/${spaceId}`)
    await page.getByText('and 2 more files').waitFor()
    await look('Paint')
    await goTo(`/threads/${postId}`)
    await page.getByRole('link', { name: /scrap-by-week.csv/ }).waitFor()
    await page.waitForFunction(() =>
      [...document.images].every((image) => image.complete && image.naturalWidth > 0),
    )
    await look('The seal')
    await page.getByRole('button', { name: /^The worn seal/ }).click()
    const large = page.getByRole('dialog', { name: 'Picture' })
    await large.getByRole('img', { name: 'The worn seal' }).waitFor()
    await look('The seal')
    await page.keyboard.press('ArrowRight')
    await large.getByText('The new one 2 of 2').waitFor()
    await page.keyboard.press('ArrowRight')
    await large.getByRole('img', { name: 'The worn seal' }).waitFor()
    await page.keyboard.press('Escape')
    await large.waitFor({ state: 'detached' })
    const saved = page.waitForEvent('download')
    await page.getByRole('link', { name: /scrap-by-week.csv/ }).click()
    assert.equal((await saved).suggestedFilename(), 'scrap-by-week.csv')
    await house.runJobs()
    await goTo(`/spaces/${spaceId}`)
    await page.getByRole('link', { name: 'Files' }).click()
    await look('Files in Paint')
    await page.getByLabel('Search', { exact: true }).fill('week 12')
    await page.getByText('1 file found.').waitFor({ state: 'attached' })
    await page.getByRole('link', { name: /scrap-by-week.csv/ }).waitFor()
    await look('Files in Paint')
  })
}

for (const device of devices) {
  test(`files are attached, described, kept over a reload, and posted: on a ${device}`, {
    timeout: JOURNEY_MS,
  }, async () => {
    const house = await openHouse()
    const author = await house.as('member')
    const space = { name: 'Paint', visibility: 'open' } as const
    const { id } = (await author.write(spaces.createSpace, space)).body
    const { page, goTo, look, through } = await house.enter(device, 'member')
    await goTo(`/spaces/${id}`)
    await page.getByRole('button', { name: 'Say something in Paint' }).click()
    const write = page.getByRole('textbox', { name: 'What is on your mind?' })
    await write.fill('What the night left us.')
    const pick = page.locator('input[type=file]')
    await page.getByRole('button', { name: 'Bold' }).waitFor()
    await through(/status of 400/, async () => {
      await pick.setInputFiles([
        { name: 'scrap-by-week.csv', mimeType: 'text/csv', buffer: csv },
        { name: 'nothing.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) },
      ])
      await page.getByText('This file is empty: there is nothing in it.').waitFor()
    })
    await page.getByRole('button', { name: 'Remove nothing.txt' }).click()
    const buffer = await picture(800, 600, '#b06a3b')
    await pick.setInputFiles([{ name: 'IMG_4711.jpg', mimeType: 'image/jpeg', buffer }])
    await page.getByRole('button', { name: 'Describe IMG_4711.jpg' }).click()
    await page.getByRole('textbox', { name: /^What the picture shows/ }).fill('The worn seal')
    await look('Paint')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Remove The worn seal.jpg' }).waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Remove The worn seal.jpg' }).waitFor()
    await page.getByRole('button', { name: 'Remove scrap-by-week.csv' }).waitFor()
    await page.getByRole('button', { name: 'Post', exact: true }).click()
    await page.getByRole('article').getByRole('img', { name: 'The worn seal' }).waitFor()
    await page.getByRole('article').getByText('and 1 more file').waitFor()
    await look('Paint')
    await page
      .getByRole('article')
      .getByRole('link', { name: /No reply yet/ })
      .click()
    await page.getByRole('button', { name: /^The worn seal/ }).waitFor()
    await page.reload()
    await page.getByRole('link', { name: /scrap-by-week.csv/ }).waitFor()
    await page.getByRole('button', { name: /^The worn seal/ }).click()
    await page.getByRole('dialog', { name: 'Picture' }).getByRole('img', { name: 'The worn seal' }).waitFor()
  })
}
