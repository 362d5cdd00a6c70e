// What is true soon, waited for: a page shows a choice before it is kept, and the server knows it a moment later.
import assert from 'node:assert/strict'
import { isDeepStrictEqual } from 'node:util'
import type { Page } from 'playwright-core'

/** Ten seconds where nothing holds the page up. */
const LOOKS_MAX = 600

/** Waits until what is read here, of the page or of the server, is what is wanted. */
export async function becomes<T>(page: Page, wanted: T, read: () => Promise<T>): Promise<void> {
  for (let looked = 0; looked < LOOKS_MAX; looked += 1) {
    if (isDeepStrictEqual(await read(), wanted)) return
    await page.evaluate(() => new Promise(requestAnimationFrame))
  }
  assert.deepEqual(await read(), wanted)
}

/** Does what writes to this endpoint, and waits for its answer: a page that is left before may not have sent it. */
export async function answered(page: Page, endpoint: string, act: () => Promise<void>): Promise<void> {
  const answer = page.waitForResponse((response) => new URL(response.url()).pathname === `/api/${endpoint}`)
  await act()
  await answer
}

/** Waits until the focus is where keys are letters. */
export async function canType(page: Page): Promise<void> {
  await page.locator('input:focus, textarea:focus, [contenteditable]:focus').waitFor()
}
