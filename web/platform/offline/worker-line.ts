// The page's line to the service worker: it is registered, looks for a later version now and then, and one that came
// waits until the person says so.
import { useSyncExternalStore } from 'react'
import { LANGUAGE } from '../language.ts'

const LOOK_EVERY_MS = 3_600_000

let next: ServiceWorker | undefined
const watchers = new Set<() => void>()

/** Without https there is no worker, and the page works as it would without one. */
export async function beginWorker(): Promise<void> {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  const registration = await register()
  if (registration === undefined) return
  const look = () => {
    const { controller } = navigator.serviceWorker
    const waiting = registration.waiting ?? undefined
    // One of another language is no later version: the page that stands is its own already.
    const isOfOtherLanguage = controller !== null && controller.scriptURL !== waiting?.scriptURL
    if (isOfOtherLanguage) waiting?.postMessage('take-over')
    // The first worker of all has nobody to take over from.
    next = controller === null || isOfOtherLanguage ? undefined : waiting
    for (const watcher of watchers) watcher()
  }
  registration.addEventListener('updatefound', () =>
    registration.installing?.addEventListener('statechange', look),
  )
  look()
  setInterval(() => registration.update().catch(() => {}), LOOK_EVERY_MS)
}

/** Undefined where the browser lets nobody register one, as some private windows do. */
async function register(): Promise<ServiceWorkerRegistration | undefined> {
  return navigator.serviceWorker.register(`/service-worker.${LANGUAGE}.js`).catch(() => undefined)
}

/** Begins the page anew with the version that waits; undefined while none does. */
export function useNextVersion(): (() => void) | undefined {
  return useSyncExternalStore(watch, () => (next === undefined ? undefined : takeOver))
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

/** Only this tab begins anew; in others somebody may be at something. Drafts are kept when a page is left. */
function takeOver(): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true })
  next?.postMessage('take-over')
}
