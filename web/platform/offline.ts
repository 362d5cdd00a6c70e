// The door to all that works without a line. Nothing of it is needed for the first screen, so it is fetched afterwards.
import type { QueryClient } from '@tanstack/react-query'
import { isLooking } from './looking.ts'
import type { Offline } from './offline/begin.ts'
import { CallProblem } from './problem.ts'

/** The first screen has the line to itself for so long, unless something is needed sooner. */
const AFTER_FIRST_SCREEN_MS = 1500
/** What could not be fetched is asked for again so much later. */
const ONCE_MORE_MS = 5000

let client: QueryClient | undefined
let begun: Promise<Offline | undefined> | undefined
const needed = Promise.withResolvers<void>()

/** Begins soon after the page stands, and at once when somebody begins to do something: it must be there to keep that. */
export function startOffline(queries: QueryClient): void {
  client = queries
  setTimeout(offline, AFTER_FIRST_SCREEN_MS)
  for (const sign of ['pointerdown', 'keydown'])
    addEventListener(sign, offline, { once: true, capture: true })
}

/** Undefined where the browser keeps nothing for this page, or could not fetch what it takes. */
export function offline(): Promise<Offline | undefined> {
  needed.resolve()
  begun ??= begin().catch(() => {
    // Without a line it may not be there yet.
    begun = undefined
    setTimeout(offline, ONCE_MORE_MS)
    return undefined
  })
  return begun
}

/** Resolves once it was begun, whether or not that came to anything, and hurries nothing. */
export async function offlineTried(): Promise<void> {
  await needed.promise
  await offline()
}

async function begin(): Promise<Offline | undefined> {
  // With the eyes of another nothing is kept and nothing done; the page begins anew when that is over.
  if (client === undefined || isLooking()) return undefined
  const module = await import('./offline/begin.ts')
  // Where the browser keeps nothing, it will not keep anything the next time either.
  return module.begin(client).catch(() => undefined)
}

/**
 * Puts onto the page what the last person here kept, where the line broke before anything was there.
 * @throws error, always: an answer from the server is still to come
 */
export async function bringBack(error: unknown): Promise<never> {
  const isLineBroken = error instanceof CallProblem && error.problem.status === 0
  if (isLineBroken) await (await offline())?.reads.bringBack()
  throw error
}
