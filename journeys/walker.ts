// Somebody at a browser. Every screen they look at is held to what holds for every screen.
import assert from 'node:assert/strict'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

export type Device = 'desktop' | 'phone'
export const devices: readonly Device[] = ['desktop', 'phone']

export type Walker = {
  page: Page
  device: Device
  /** Goes to an address as if it had been typed. */
  goTo: (path: string) => Promise<void>
  /** Proves of the screen under this heading what holds for every screen; see `judge`. */
  look: (heading: string | RegExp) => Promise<void>
  /** Lives through something in which the browser's console may tell of errors like this one. */
  bear: (error: RegExp, story: () => Promise<void>) => Promise<void>
  /** Lives through something in which the browser's console tells of errors like this one; it must tell of one. */
  through: (error: RegExp, story: () => Promise<void>) => Promise<void>
}

/** The desktop sees the light colours and the phone the dark ones, so that both are walked. */
const LOOKS: Record<Device, BrowserContextOptions> = {
  desktop: { viewport: { width: 1280, height: 860 }, colorScheme: 'light' },
  phone: { viewport: { width: 360, height: 740 }, colorScheme: 'dark', isMobile: true, hasTouch: true },
}
const WAIT_MS = 15_000
/** A page that spins for ever must not hold up whoever waits for the tests. */
export const JOURNEY_MS = 180_000
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

type Arrival = {
  browser: Browser
  device: Device
  origin: string
  now: Temporal.Instant
  /** Whether the browser keeps the page for a time without a line; if not, what is not there is not there. */
  keepsPage: boolean
}

/** A browser of its own for one person; its clock runs from the time that the house has. */
export async function walkIn({ browser, device, origin, now, keepsPage }: Arrival): Promise<Walker> {
  const context = await browser.newContext({
    ...LOOKS[device],
    baseURL: origin,
    locale: 'en-GB',
    timezoneId: 'Europe/Oslo',
    reducedMotion: 'reduce',
    serviceWorkers: keepsPage ? 'allow' : 'block',
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
      assert.deepEqual(await judge(page, device), [], `the screen under “${heading}” on a ${device}`)
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

/** What is wrong with a screen, whichever it is: a sentence for each thing. */
async function judge(page: Page, device: Device): Promise<string[]> {
  const { violations } = await axe(page).withTags(RULES).analyze()
  const told: string[] = []
  for (const { id, help, nodes } of violations) {
    for (const { html, failureSummary = '', target } of nodes) {
      if (await isOnlyCovered(page, { id, failureSummary, selector: String(target[0]) })) continue
      told.push(`${id}: ${help}: ${html} (${failureSummary})`)
    }
  }
  const width = LOOKS[device].viewport?.width ?? 0
  const seen = await page.evaluate(measure)
  if (seen.scrollWidth > width) told.push(`it is ${seen.scrollWidth} px wide and scrolls sideways`)
  if (seen.headings !== 1) told.push(`it has ${seen.headings} headings of the first level`)
  return [...told, ...seen.small]
}

/** Without reading style sheets anew, for which it would need styles in the page that the policy forbids. */
function axe(page: Page): AxeBuilder {
  return new AxeBuilder({ page }).options({ preload: false }).setLegacyMode(true)
}

type TooSmall = { id: string; failureSummary: string; selector: string }

/** What a bar at the foot covers in part can be scrolled free, what an open menu covers is free when it closes. */
async function isOnlyCovered(page: Page, { id, failureSummary, selector }: TooSmall): Promise<boolean> {
  if (id !== 'target-size' || !failureSummary.includes('partially obscured')) return false
  if ((await page.getByRole('menu').count()) > 0) return true
  const before = await page.evaluate(() => [scrollX, scrollY] as const)
  await page.locator(selector).evaluate((target) => target.scrollIntoView({ block: 'center' }))
  const { violations } = await axe(page).include(selector).withRules(['target-size']).analyze()
  await page.evaluate(([x, y]) => scrollTo(x, y), before)
  return violations.length === 0
}

/** Runs in the page. Targets within a line of text may be as small as the text. */
function measure() {
  const TARGET_PX = 44
  const targets =
    'button, summary, select, textarea, nav a, label:has([type=checkbox], [type=radio]), ' +
    'input:not([type=checkbox], [type=radio], [type=range])'
  const isInView = (element: Element) => element.checkVisibility({ visibilityProperty: true })
  const small = [...document.querySelectorAll(targets)].filter(isInView).flatMap((element) => {
    const { width, height } = element.getBoundingClientRect()
    // A pixel of rounding is no matter.
    if (Math.min(width, height) > TARGET_PX - 1) return []
    return [`a target of ${Math.round(width)} × ${Math.round(height)} px: ${element.outerHTML.slice(0, 200)}`]
  })
  return {
    scrollWidth: document.documentElement.scrollWidth,
    headings: [...document.querySelectorAll('h1')].filter(isInView).length,
    small,
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
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    const path = join(folder, `${String(pictures).padStart(3, '0')}${address}-${name}-${colorScheme}.png`)
    await page.screenshot({ path, fullPage: true })
  }
  // Back to what the browser was opened with.
  await page.emulateMedia({ colorScheme: null })
}
