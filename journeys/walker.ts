// Somebody at a browser. Every screen they look at is held to what holds for every screen.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { judge } from './judge.ts'

export type Device = 'desktop' | 'phone'
export const devices: readonly Device[] = ['desktop', 'phone']

export type Walker = {
  page: Page
  device: Device
  /** Goes to an address as if it had been typed. */
  goTo: (path: string) => Promise<void>
  /** Proves of the screen under this heading what holds for every screen; see judge.ts. */
  look: (heading: string | RegExp) => Promise<void>
  /** Lives through something in which the browser's console may tell of errors like this one. */
  bear: (error: RegExp, story: () => Promise<void>) => Promise<void>
  /** Lives through something in which the browser's console tells of errors like this one; it must tell of one. */
  through: (error: RegExp, story: () => Promise<void>) => Promise<void>
}

/** The desktop sees the light colours and the phone the dark ones, so that both are walked. */
const LOOKS = {
  desktop: { viewport: { width: 1280, height: 860 }, colorScheme: 'light' },
  phone: { viewport: { width: 360, height: 740 }, colorScheme: 'dark', isMobile: true, hasTouch: true },
} satisfies Record<Device, BrowserContextOptions>
const WAIT_MS = 15_000
/** A page that spins for ever must not hold up whoever waits for the tests. */
export const JOURNEY_MS = 180_000

type Arrival = {
  browser: Browser
  device: Device
  origin: string
  now: Temporal.Instant
  /** Whether the browser keeps the page for a time without a line; if not, what is not there is not there. */
  keepsPage: boolean
  /** As the browser tells it to whoever it asks. */
  locale: string
}

/** A browser of its own for one person; its clock runs from the time that the house has. */
export async function walkIn({ browser, device, origin, now, ...arrival }: Arrival): Promise<Walker> {
  const context = await browser.newContext({
    ...LOOKS[device],
    baseURL: origin,
    locale: arrival.locale,
    timezoneId: 'Europe/Oslo',
    reducedMotion: 'reduce',
    serviceWorkers: arrival.keepsPage ? 'allow' : 'block',
  })
  context.setDefaultTimeout(WAIT_MS)
  await context.clock.install({ time: now.epochMilliseconds })
  const page = await context.newPage()
  // What breaks the content-security policy is an error on the console too.
  const errors: string[] = []
  const borne: RegExp[] = []
  let borneCount = 0
  const note = (error: string) => {
    if (borne.some((each) => each.test(error))) borneCount += 1
    else errors.push(error)
  }
  const bear: Walker['bear'] = async (error, story) => {
    borne.push(error)
    await story()
    borne.pop()
  }
  page.on('console', (message) => {
    if (message.type() === 'error') note(`${message.text()} (${message.location().url})`)
  })
  page.on('pageerror', (error) => note(String(error)))
  return {
    page,
    device,
    goTo: async (path) => void (await page.goto(path)),
    look: async (heading) => {
      await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()
      await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' })
      await keepPicture(page, device)
      assert.deepEqual(
        await judge(page, LOOKS[device].viewport.width),
        [],
        `the screen under “${heading}” on a ${device}`,
      )
      assert.deepEqual(errors, [], `the console under “${heading}” on a ${device}`)
    },
    bear,
    through: async (error, story) => {
      const before = borneCount
      await bear(error, story)
      assert.ok(borneCount > before, `the console told of no error like ${error}`)
    },
  }
}

let pictures = 0

/** With FOYER_PICTURES set to a folder, every screen that is looked at is kept there in both colours. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  const folder = process.env.FOYER_PICTURES
  if (folder === undefined) return
  pictures += 1
  mkdirSync(folder, { recursive: true })
  const address = new URL(page.url()).pathname
    .replaceAll(/[0-9a-f-]{36}|[\w-]{40,}/g, 'id')
    .replaceAll('/', '-')
  const place = await page.evaluate(() => scrollY)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const path = join(folder, `${String(pictures).padStart(3, '0')}${address}-${name}-${colorScheme}.png`)
    await page.screenshot({ path, fullPage: true })
  }
  // Back to what the browser was opened with.
  await page.emulateMedia({ colorScheme: null })
  // A picture of a whole page may move what one sees of it.
  await page.evaluate((top) => scrollTo(0, top), place)
}
