// What of the person at this page is not sent yet, for every screen that shows it.
import { useSyncExternalStore } from 'react'
import type { Act } from './offline/acts.ts'

export type Shown = { acts: readonly Act[]; sendingId: string | undefined }

let shown: Shown = { acts: [], sendingId: undefined }
const watchers = new Set<() => void>()

/** What waits, in its order, and which of it is on its way. */
export function useWaiting(): Shown {
  return useSyncExternalStore(watch, () => shown)
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Tells every screen what waits. */
export function showWaiting(next: Partial<Shown>): void {
  shown = { ...shown, ...next }
  for (const watcher of watchers) watcher()
}
