// What holds for every screen, whichever it is: axe finds nothing, it has one heading and no sideways scroll, and whatever
// is pressed is large enough for a finger.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type axe from 'axe-core'
import type { Page } from 'playwright-core'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const AXE = readFileSync(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')

/** What is wrong with a screen of this width: a sentence for each thing. */
export async function judge(page: Page, width: number): Promise<string[]> {
  const told: string[] = []
  for (const { id, help, nodes } of await violationsIn(page, { type: 'tag', values: RULES })) {
    for (const { html, failureSummary = '', target } of nodes) {
      if (await isOnlyCovered(page, { id, failureSummary, selector: String(target[0]) })) continue
      told.push(`${id}: ${help}: ${html} (${failureSummary})`)
    }
  }
  const seen = await page.evaluate(measure)
  if (seen.scrollWidth > width) told.push(`it is ${seen.scrollWidth} px wide and scrolls sideways`)
  if (seen.headings !== 1) told.push(`it has ${seen.headings} headings of the first level`)
  return [...told, ...seen.small]
}

/** axe comes once into each document; what it does not have to tell it does not put into words. */
async function violationsIn(page: Page, runOnly: axe.RunOnly, within?: string): Promise<axe.Result[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE)
  const options: axe.RunOptions = {
    runOnly,
    resultTypes: ['violations'],
    // Nothing runs in the one frame there is, the letter of the mailbox, so it cannot be looked into.
    iframes: false,
    // Style sheets are not read anew: that would need styles in the page, which the policy forbids.
    preload: false,
  }
  return page.evaluate(
    async ([selector, wanted]) => {
      const { axe: loaded } = globalThis as unknown as { axe: typeof axe }
      return (await loaded.run(selector ?? document, wanted)).violations
    },
    [within, options] as const,
  )
}

type TooSmall = { id: string; failureSummary: string; selector: string }

/** What a bar at the foot covers in part can be scrolled free, what an open menu covers is free when it closes. */
async function isOnlyCovered(page: Page, { id, failureSummary, selector }: TooSmall): Promise<boolean> {
  if (id !== 'target-size' || !failureSummary.includes('partially obscured')) return false
  if ((await page.getByRole('menu').count()) > 0) return true
  const before = await page.evaluate(() => [scrollX, scrollY] as const)
  await page.locator(selector).evaluate((target) => target.scrollIntoView({ block: 'center' }))
  const found = await violationsIn(page, { type: 'rule', values: ['target-size'] }, selector)
  await page.evaluate(([x, y]) => scrollTo(x, y), before)
  return found.length === 0
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
