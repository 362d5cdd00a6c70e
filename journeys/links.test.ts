// Links into a long thread: they land where they lead, and who comes back finds the place they left.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator } from 'playwright-core'
import type { SaidId } from '#contract/ref'
import { spaces } from '#contract/spaces'
import { must } from '#testing/answer'
import { cast } from '#testing/cast'
import { type House, openHouse } from './house.ts'
import { holdTalk, isInView, REPLIES, type Talk, TITLE } from './long-talk.ts'
import { devices, JOURNEY_MS, type Walker } from './walker.ts'

for (const device of devices) {
  test(`links land in a thread of ${REPLIES} replies, on a ${device}`, { timeout: JOURNEY_MS }, async () => {
    const house = await openHouse()
    const talk = await holdTalk(house)
    const walker = await house.enter(device, 'executive')
    await landInTheMiddle(walker, talk)
    await comeBack(walker, talk)
    await followStrangeLinks(walker, house, talk)
  })
}

async function landInTheMiddle(walker: Walker, { long, replyIds }: Talk): Promise<void> {
  const { page, goTo, look } = walker
  const middle = replyIds[249]
  await goTo(`/threads/${long}/${middle}`)
  await look(TITLE)
  await isInView(walker, 'Reply number 250.')
  await page.locator(':focus').filter({ hasText: 'Reply number 250.' }).waitFor()
  await page.locator('[aria-current="true"]').filter({ hasText: 'Reply number 250.' }).waitFor()
  const anchor = page.getByRole('listitem').filter({ hasText: 'Reply number 245.' })
  const earlier = page.getByRole('button', { name: 'Show earlier replies' })
  await earlier.scrollIntoViewIfNeeded()
  const before = await topOf(anchor)
  await earlier.click()
  await page.getByText('Reply number 230.').waitFor()
  assert.ok(Math.abs((await topOf(anchor)) - before) < 4, 'what one reads stays where it is')
}

async function topOf(element: Locator): Promise<number> {
  return element.evaluate((found) => found.getBoundingClientRect().top)
}

/** Into a profile and back, which finds the place; forward and back again. */
async function comeBack(walker: Walker, { long, replyIds }: Talk): Promise<void> {
  const { page, goTo, look } = walker
  await goTo(`/threads/${long}/${replyIds[399]}`)
  await look(TITLE)
  await isInView(walker, 'Reply number 400.')
  const further = page.getByRole('listitem').filter({ hasText: 'Reply number 405.' })
  // In the middle, so that nothing has to be scrolled for the press.
  await further.evaluate((item) => item.scrollIntoView({ block: 'center' }))
  const place = await topOf(further)
  await further.getByRole('link', { name: cast.supervisor.name }).first().click()
  await look(cast.supervisor.name)
  await page.goBack()
  await further.waitFor()
  await page.waitForFunction(
    ([text, top]) => {
      const item = [...document.querySelectorAll('li')].find((each) =>
        each.textContent?.includes(String(text)),
      )
      return item !== undefined && Math.abs(item.getBoundingClientRect().top - Number(top)) < 4
    },
    ['Reply number 405.', place] as const,
  )
  await look(TITLE)
}

async function followStrangeLinks(walker: Walker, house: House, talk: Talk): Promise<void> {
  const { page, goTo, look } = walker
  const { long, replyIds, elsewhere } = talk
  const gone = replyIds[99]
  must(await (await house.as('supervisor')).write(spaces.deleteWords, { saidId: gone as string as SaidId }))
  await goTo(`/threads/${long}/${gone}`)
  await look(TITLE)
  await isInView(walker, `${cast.supervisor.name} deleted this.`)
  for (const strange of [elsewhere, 'no-reply-at-all']) {
    await walker.through(/40[04]/, async () => {
      await goTo(`/threads/${long}/${strange}`)
      await page.getByText('The reply that this link leads to is not in this thread.').waitFor()
      await page.getByText('Reply number 1.').first().waitFor()
    })
    await look(TITLE)
  }
}
