// What stands between the page and the line: it brings the page without one. It keeps the page's own files and nothing
// that anybody said. Built into one file of its own, so everything it imports must know neither page nor room.
import { LANGUAGE } from '#browser/language'
import { answerTo } from '#browser/offline/answering'
import type { WorkerScope } from '#browser/offline/worker-scope'
import { listenForPush } from './notices/push-in-worker.ts'

/** Written in when the page is built: the files that screens need without a line, and a name for just these. */
declare const OFFLINE_PARTS: { version: string; files: readonly string[] }

const scope = globalThis as unknown as WorkerScope
const { version, files } = OFFLINE_PARTS
const SHELF = `foyer-${version}`
const DOCUMENT = `/index.${LANGUAGE}.html`
/** A line that brings no document in this time is as good as none. */
const DOCUMENT_MS = 4000

listenForPush(scope)
scope.addEventListener('install', (event) => event.waitUntil(keepFiles()))
scope.addEventListener('activate', (event) => event.waitUntil(takeOver()))
scope.addEventListener('message', (event) => {
  // A later version waits until somebody says so: the page that stands may need the files of the one before.
  if (event.data === 'take-over') event.waitUntil(scope.skipWaiting())
})
scope.addEventListener('fetch', (event) => {
  const way = answerTo(event.request, scope.location.origin)
  if (way === 'document') event.respondWith(bringDocument(event.request))
  if (way === 'part') event.respondWith(bringPart(event.request))
})

async function keepFiles(): Promise<void> {
  const shelf = await caches.open(SHELF)
  await shelf.addAll([new Request(DOCUMENT, { cache: 'reload' }), ...files])
}

async function takeOver(): Promise<void> {
  for (const name of await caches.keys()) if (name !== SHELF) await caches.delete(name)
  await scope.clients.claim()
}

/** The newest document where the line brings one in time; what a broken server or proxy says counts as none. */
async function bringDocument(request: Request): Promise<Response> {
  const answer = await fetch(request, { signal: AbortSignal.timeout(DOCUMENT_MS) }).catch(() => undefined)
  if (answer !== undefined && answer.status < 500) return answer
  const kept = await caches.match(DOCUMENT, { ignoreVary: true })
  return kept ?? answer ?? Response.error()
}

async function bringPart(request: Request): Promise<Response> {
  const kept = await caches.match(request, { ignoreVary: true })
  if (kept !== undefined) return kept
  const answer = await fetch(request)
  if (answer.ok) {
    const shelf = await caches.open(SHELF)
    await shelf.put(request, answer.clone())
  }
  return answer
}
