import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import type { PostId } from '#contract/ref'
import type { Reply } from '#contract/said'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { mention } from '#testing/cast'
import { paste, WORD } from './clipboard.ts'
import { type House, openHouse } from './house.ts'
import { talkOvernight } from './said-overnight.ts'
import { becomes } from './waiting.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

const AIKO = mention('steward')
const REPLY = /^Your reply to/

for (const device of devices) {
  test(`words are written with hands on the keyboard, and outlive the page, on a ${device}`, {
    timeout: JOURNEY_MS,
  }, async () => {
    const house = await openHouse()
    const { posts } = await talkOvernight(house)
    const postId = posts.get('Canteen') as PostId
    const walker = await house.enter(device, 'outsider')
    await beginAtOnce(walker, postId)
    await format(walker)
    await switchToMarkdownAndBack(walker)
    await pastePicture(walker)
    const page = await outliveReloadAndCrash(walker, postId)
    await send(page, house, postId)
    await change(page, house, postId)
  })
}

/** The editor comes while one types, and takes no key. */
async function beginAtOnce({ page, device, goTo, look }: Walker, postId: PostId): Promise<void> {
  await goTo(`/threads/${postId}`)
  await look('Canteen')
  if (device === 'desktop') await page.keyboard.press('r')
  else await page.locator('button', { hasText: 'Reply to Omar Said' }).tap()
  await page.keyboard.type('The canteen of the **night** closes early.')
  await page.locator('.tiptap').waitFor()
  await becomes(page, 'The canteen of the night closes early.', () => page.locator('.tiptap').textContent())
  await becomes(page, 'night', () => page.locator('.tiptap strong').textContent())
  await look('Canteen')
}

async function format({ page, look }: Walker): Promise<void> {
  const { keyboard } = page
  await keyboard.type(' See ')
  await keyboard.press('Control+i')
  await keyboard.type('why')
  await keyboard.press('Control+i')
  await keyboard.type(': #canteen-hours. Ask @Aik')
  await page.getByRole('option', { name: /Aiko/ }).waitFor()
  await look('Canteen')
  await keyboard.press('Enter')
  await keyboard.press('Enter')
  await keyboard.type('- late')
  await keyboard.press('Enter')
  await keyboard.type('later')
  for (const key of ['Tab', 'Enter', 'Enter', 'Enter']) await keyboard.press(key)
  // Tab leaves the words for the tools, which are one stop.
  await keyboard.press('Tab')
  await page.getByRole('button', { name: 'Bold' }).and(page.locator(':focus')).waitFor()
  await keyboard.press('End')
  for (let step = 0; step < 2; step += 1) await keyboard.press('ArrowLeft')
  await page.getByRole('button', { name: 'Table', exact: true }).and(page.locator(':focus')).waitFor()
  await keyboard.press('Enter')
  for (const cell of ['Day', 'Shift', 'Closes']) {
    await keyboard.type(cell)
    await keyboard.press('Tab')
  }
  await keyboard.type('any | all')
  for (const key of ['ArrowUp', 'ArrowDown', 'ArrowLeft']) await keyboard.press(`Alt+Shift+${key}`)
  await look('Canteen')
}

const WRITTEN = `The canteen of the **night** closes early. See *why*: #canteen-hours. Ask ${AIKO}

- late
  - later`

async function switchToMarkdownAndBack({ page, look }: Walker): Promise<void> {
  const area = page.locator('textarea').and(page.getByRole('textbox', { name: REPLY }))
  await page.getByRole('button', { name: 'Markdown' }).click()
  const markdown = await area.inputValue()
  assert.ok(markdown.startsWith(`${WRITTEN}\n\n| Shift | Closes |\n| - | - |\n`), markdown)
  await page.getByRole('button', { name: 'Preview' }).click()
  await page
    .getByRole('region', { name: /^Preview/ })
    .getByRole('table')
    .waitFor()
  await look('Canteen')
  await page.getByRole('button', { name: 'Markdown' }).click()
  await page.locator('.tiptap').waitFor()
  await page.getByRole('button', { name: 'Markdown' }).click()
  await becomes(page, markdown, () => area.inputValue())
  await area.fill(WRITTEN)
  await page.getByRole('button', { name: 'Markdown' }).click()
  await page.locator('.tiptap').waitFor()
  await page.keyboard.press('Control+End')
}

async function pastePicture({ page, look }: Walker): Promise<void> {
  const green = { create: { width: 400, height: 200, channels: 3, background: '#0b5d48' } } as const
  const base64 = (await sharp(green).png().toBuffer()).toString('base64')
  await paste(page, { file: { name: 'The sign.png', type: 'image/png', base64 } })
  await page.locator('.tiptap img[alt="The sign"]').waitFor()
  await look('Canteen')
}

async function outliveReloadAndCrash({ page, look }: Walker, postId: PostId): Promise<Page> {
  await page.getByText('Draft kept').waitFor()
  await page.reload()
  await page.locator('.tiptap img[alt="The sign"]').waitFor()
  await look('Canteen')
  await page.locator('.tiptap').focus()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Mind this. ')
  await page.waitForFunction(() => Object.values(localStorage).some((text) => text.startsWith('Mind this.')))
  const context = page.context()
  const after = await context.newPage()
  await page.close({ runBeforeUnload: false })
  await after.goto(`/threads/${postId}`)
  await after.locator('.tiptap').getByText('Mind this.').waitFor()
  return after
}

async function send(page: Page, house: House, postId: PostId): Promise<void> {
  await page.locator('.tiptap').focus()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('status').getByText('Your reply is in the thread.').waitFor()
  await page
    .getByRole('listitem')
    .filter({ hasText: 'Mind this.' })
    .getByRole('link', { name: '#canteen-hours' })
    .waitFor()
  const reply = await replyIn(house, postId)
  assert.ok(reply.body.startsWith(`Mind this. ${WRITTEN}`), reply.body)
  assert.match(reply.body, /!\[The sign\]\(file:[0-9a-f-]{36}\)$/)
  assert.deepEqual(
    reply.files.map(({ name }) => name),
    ['The sign.png'],
  )
  await becomes(page, 0, () =>
    page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('draft')).length),
  )
}

/** What is not touched stays as it was, to the letter. */
async function change(page: Page, house: House, postId: PostId): Promise<void> {
  const said = page.getByRole('listitem').filter({ hasText: 'Mind this.' })
  await said.getByRole('button', { name: /^More/ }).click()
  await page.getByRole('menuitem', { name: 'Change' }).click()
  await page.locator('.tiptap:focus').waitFor()
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('Please: ')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('status').getByText('Changed.').waitFor()
  const reply = await replyIn(house, postId)
  assert.ok(reply.body.startsWith(`Please: Mind this. ${WRITTEN}`), reply.body)
}

async function replyIn(house: House, postId: PostId): Promise<Reply> {
  const reader = await house.as('outsider')
  const [reply] = must(await reader.read(spaces.getThread, { postId })).replies
  assert.ok(reply)
  return reply
}

async function openReply({ page, goTo }: Pick<Walker, 'page' | 'goTo'>, postId: PostId): Promise<void> {
  await goTo(`/threads/${postId}`)
  await page.getByRole('heading', { level: 1, name: 'Canteen' }).waitFor()
  await page.keyboard.press('r')
  await page.locator('.tiptap:focus').waitFor()
}

/** The words as Markdown; they stand in the text area afterwards. */
async function markdownOf(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Markdown' }).click()
  return page
    .locator('textarea')
    .and(page.getByRole('textbox', { name: REPLY }))
    .inputValue()
}

test('what is pasted comes in clean: from Word, from Docs, as Markdown, as an address', {
  timeout: JOURNEY_MS,
}, async () => {
  const house = await openHouse()
  const { posts } = await talkOvernight(house)
  const walker = await house.enter('desktop', 'outsider')
  const { page } = walker
  await openReply(walker, posts.get('Canteen') as PostId)
  await paste(page, { html: WORD, text: 'Plan' })
  assert.equal(
    await markdownOf(page),
    '**Plan**\n\n- weigh\n  - twice\n\n| Line | Scrap |\n| - | - |\n| 3 | 2,9 % |',
  )
  const docs =
    '<b style="font-weight:normal" id="docs-internal-guid-1"><p><span style="font-weight:700">Bold</span><span> and <a href="javascript:alert(1)">no link</a></span></p></b>'
  const web =
    '<h2 style="color:red">Why</h2><ul><li><input type="checkbox" checked> done</li></ul><img src="https://x.test/a.png" alt="A chart">'
  for (const [clip, markdown] of [
    [{ html: docs, text: 'Bold' }, '**Bold** and no link'],
    [{ html: web, text: 'Why' }, '## Why\n\n- [x] done\n\n[A chart](https://x.test/a.png)'],
    [{ text: '1. one\n2. **two** #topic\n\n<b>x</b>' }, '1. one\n2. **two** #topic\n\n<b>x</b>'],
  ] as const) {
    await page.getByRole('textbox', { name: REPLY }).fill('')
    await page.getByRole('button', { name: 'Markdown' }).click()
    await page.locator('.tiptap').waitFor()
    await paste(page, clip)
    assert.equal(await markdownOf(page), markdown)
  }
  await page.getByRole('textbox', { name: REPLY }).fill('the plan')
  await page.getByRole('button', { name: 'Markdown' }).click()
  await page.locator('.tiptap').click()
  await page.keyboard.press('Control+a')
  await paste(page, { text: 'https://plan.test/a_b' })
  assert.equal(await markdownOf(page), '[the plan](https://plan.test/a_b)')
  await walker.look('Canteen')
})

test('a draft is discarded without asking and had back, and two tabs lose nothing to each other', {
  timeout: JOURNEY_MS,
}, async () => {
  const house = await openHouse()
  const { posts } = await talkOvernight(house)
  const walker = await house.enter('desktop', 'outsider')
  const { page, look } = walker
  const postId = posts.get('Canteen') as PostId
  await openReply(walker, postId)
  await page.keyboard.type('In the first tab.')
  await page.getByText('Draft kept').waitFor()
  await page.getByRole('button', { name: 'Discard' }).click()
  await page.getByRole('status').getByText('Draft discarded.').waitFor()
  await becomes(page, '', () => page.locator('.tiptap').textContent())
  await page.getByRole('button', { name: 'Undo' }).click()
  await page.locator('.tiptap').getByText('In the first tab.').waitFor()
  const other = await page.context().newPage()
  await other.goto(`/threads/${postId}`)
  await other.locator('.tiptap').getByText('In the first tab.').waitFor()
  await other.locator('.tiptap').focus()
  await other.keyboard.press('Control+End')
  await other.keyboard.type(' And in the second.')
  await page.locator('.tiptap').getByText('In the first tab. And in the second.').waitFor()
  // As a tab does that slept while the other wrote.
  await page.evaluate(() => {
    const key = Object.keys(localStorage).find((each) => each.includes(':draft:reply:')) ?? ''
    localStorage.setItem(key, 'From elsewhere.')
  })
  await page.locator('.tiptap').focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type('!')
  await page.getByText('Other words were written here in another tab.').waitFor()
  await look('Canteen')
  await page.getByRole('button', { name: 'Show those' }).click()
  await page.locator('.tiptap').getByText('From elsewhere.').waitFor()
})

test('where the editor cannot come, one writes Markdown all the same', { timeout: JOURNEY_MS }, async () => {
  const house = await openHouse()
  const { posts } = await talkOvernight(house)
  const { page, goTo, look, through } = await house.enter('phone', 'outsider')
  await page.route(/words-editor.*\.js$/, (route) => route.abort())
  await through(/net::ERR_|Failed to fetch/, async () => {
    await goTo(`/threads/${posts.get('Canteen')}`)
    await page.locator('button', { hasText: 'Reply to Omar Said' }).tap()
    await page.keyboard.type('Still **here**, @Aik')
    await page.getByRole('option', { name: /Aiko/ }).tap()
    await page.getByText('Draft kept').waitFor()
    await look('Canteen')
  })
  assert.equal(await page.getByRole('textbox', { name: REPLY }).inputValue(), `Still **here**, ${AIKO} `)
  await page.getByRole('button', { name: 'Reply', exact: true }).tap()
  await page.getByRole('listitem').locator('strong', { hasText: 'here' }).waitFor()
})

test('too much is refused with a sentence, and nothing of it is lost', { timeout: JOURNEY_MS }, async () => {
  const house = await openHouse()
  const { posts } = await talkOvernight(house)
  const walker = await house.enter('desktop', 'outsider')
  const { page, look } = walker
  await openReply(walker, posts.get('Canteen') as PostId)
  await paste(page, { text: `${'A line of words that goes on. '.repeat(20)}\n\n`.repeat(33) })
  await page.getByText(/characters still fit\.$/).waitFor()
  await paste(page, { text: 'More words than fit. '.repeat(60) })
  await page
    .getByRole('alert')
    .getByText(/characters too long/)
    .waitFor()
  await look('Canteen')
  assert.equal(await page.getByRole('button', { name: 'Reply', exact: true }).isDisabled(), true)
  assert.ok((await markdownOf(page)).length > 20_000)
})
