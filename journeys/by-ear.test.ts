// Post, reply, search and the brief with the keyboard alone, as somebody hears them who does not see the screen: every
// stop has a role and a name, the focus goes where one goes on, and what came of a press is said.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { CDPSession, Page } from 'playwright-core'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { type House, openHouse } from './house.ts'
import { talkOvernight } from './said-overnight.ts'
import { JOURNEY_MS, type Walker } from './walker.ts'

/** No screen makes somebody press more often to come to what it is for. */
const STOPS_MAX = 60
const TITLE = 'Who holds the key of bay four?'

test('post, reply, search and brief, by keyboard and by ear', { timeout: JOURNEY_MS }, async () => {
  const house = await openHouse()
  await talkOvernight(house)
  const member = await house.as('member')
  must(await member.write(spaces.createSpace, { name: 'Night notes', visibility: 'open' }))
  const walker = await house.enter('desktop', 'member')
  await post(walker)
  await reply(walker)
  await search(walker)
  await brief(house)
})

async function post({ page, goTo }: Walker): Promise<void> {
  const { comeTo, hear, told } = await openReader(page)
  await goTo('/spaces')
  await hear('heading', 'Spaces')
  await comeTo('link', /^Night notes/)
  await page.keyboard.press('Enter')
  await hear('heading', 'Night notes')
  await comeTo('button', 'Say something in Night notes')
  await page.keyboard.press('Enter')
  await hear('textbox', 'What is on your mind?')
  await page.keyboard.press('Shift+Tab')
  await hear('textbox', 'Title, if it needs one')
  await page.keyboard.type(TITLE)
  await page.keyboard.press('Tab')
  await page.keyboard.type('It was not on its hook at six.')
  await page.keyboard.press('Control+Enter')
  await told('Posted in Night notes.')
  await hear('button', 'Say something in Night notes')
}

async function reply({ page }: Walker): Promise<void> {
  const { comeTo, hear, told } = await openReader(page)
  await comeTo('link', new RegExp(RegExp.escape(TITLE)))
  await page.keyboard.press('Enter')
  await hear('heading', TITLE)
  await comeTo('button', 'Reply to Tomasz Okafor')
  await page.keyboard.press('Enter')
  await hear('textbox', 'Your reply to Tomasz Okafor')
  await page.keyboard.type('Marta has it.')
  await page.keyboard.press('Control+Enter')
  await told('Your reply is in the thread.')
  await hear('listitem', /^Marta has it/)
}

async function search({ page }: Walker): Promise<void> {
  const { hear, told } = await openReader(page)
  await page.keyboard.press('Control+k')
  await hear('combobox', 'Search people, spaces, topics and words')
  await page.keyboard.type('hook')
  await told('1 offered.')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await hear('heading', TITLE)
}

async function brief(house: House): Promise<void> {
  const { page, goTo } = await house.enter('desktop', 'executive')
  const { comeTo, hear, told } = await openReader(page)
  await goTo('/brief')
  await hear('heading', 'Good morning, Ingrid')
  await comeTo('button', /^left of 10 min/)
  await comeTo('button', 'Answer')
  await page.keyboard.press('Enter')
  await hear('textbox', /answer/i)
  await page.keyboard.type('By the end of the week.')
  await page.keyboard.press('Control+Enter')
  await told('Your answer is in the thread.')
  await page.keyboard.press('l')
  await told('Kept for a later brief.')
  await hear('heading', /./)
}

type Reader = {
  /** Goes from stop to stop until this one; whatever is passed must say what it is. */
  comeTo: (role: string, name: string | RegExp) => Promise<void>
  /** Waits until the focus is here. */
  hear: (role: string, name: string | RegExp) => Promise<void>
  /** Waits until a live region says so. */
  told: (sentence: string) => Promise<void>
}

/** What a screen reader has of a page. */
async function openReader(page: Page): Promise<Reader> {
  const tree = await page.context().newCDPSession(page)
  return {
    comeTo: async (role, name) => {
      const passed: string[] = []
      while (passed.length < STOPS_MAX) {
        await page.keyboard.press('Tab')
        const stop = await focusIn(tree)
        assert.notEqual(stop.name, '', `a ${stop.role} without a name after ${passed.at(-1)}`)
        passed.push(`${stop.role} ${stop.name}`)
        if (isThis(stop, role, name)) return
      }
      assert.fail(`no ${role} ${name} among ${passed.join(', ')}`)
    },
    hear: async (role, name) => {
      await page.waitForFunction(() => document.activeElement !== document.body)
      for (let looked = 0; looked < LOOKS_MAX; looked += 1) {
        if (isThis(await focusIn(tree), role, name)) return
        await page.evaluate(() => new Promise(requestAnimationFrame))
      }
      assert.deepEqual(await focusIn(tree), { role, name })
    },
    told: async (sentence) => {
      const live = page.locator('[aria-live], [role=status], [role=alert]')
      // What is for ears alone takes no place on the screen.
      await live.filter({ hasText: sentence }).first().waitFor({ state: 'attached' })
    },
  }
}

/** The focus may move a few frames after a press. */
const LOOKS_MAX = 600

type Stop = { role: string; name: string }

function isThis(stop: Stop, role: string, name: string | RegExp): boolean {
  return stop.role === role && (typeof name === 'string' ? stop.name === name : name.test(stop.name))
}

/** What has the focus, as it is told to a screen reader. */
async function focusIn(tree: CDPSession): Promise<Stop> {
  const { result } = await tree.send('Runtime.evaluate', { expression: 'document.activeElement' })
  const { nodes } = await tree.send('Accessibility.getPartialAXTree', {
    ...(result.objectId !== undefined && { objectId: result.objectId }),
    fetchRelatives: false,
  })
  const [node] = nodes
  const role = String(node?.role?.value ?? 'none')
  // Between the last stop and the first stands the page itself, which has no name of its own here.
  const name = role === 'none' || role === 'RootWebArea' ? 'the page' : String(node?.name?.value ?? '')
  return { role, name }
}
