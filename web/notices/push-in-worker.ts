// What the service worker does with a push: shows it, and leads to what it is about when it is pressed.
import type { Client, NotificationHeard, PushHeard, WorkerScope } from '#browser/offline/worker-scope'
import { say } from '#browser/say'

type Words = { title: string; body: string; address: string; tag: string }

/** A push that cannot be read must still show something: browsers take away the right from those who show nothing. */
const SOMETHING: Words = {
  title: 'Foyer',
  body: say('Something waits for you.'),
  address: '/notices',
  tag: 'foyer',
}

/** Hears pushes, and presses on what they showed. Call it once, while the worker starts. */
export function listenForPush(worker: WorkerScope): void {
  worker.addEventListener('push', (heard) => heard.waitUntil(show(worker, wordsOf(heard))))
  worker.addEventListener('notificationclick', (heard) => {
    heard.notification.close()
    heard.waitUntil(lead(worker, addressOf(heard)))
  })
}

function wordsOf({ data }: PushHeard): Words {
  try {
    return { ...SOMETHING, ...(data?.json() as Partial<Words>) }
  } catch {
    return SOMETHING
  }
}

function show({ registration }: WorkerScope, { title, body, address, tag }: Words): Promise<void> {
  return registration.showNotification(title, { body, tag, icon: '/icon.svg', data: { address } })
}

/** Only a path of this page: whatever a push says, it leads nowhere else. */
function addressOf({ notification }: NotificationHeard): string {
  const address = String((notification.data as { address?: unknown } | null)?.address ?? '')
  return /^\/(?!\/)/.test(address) ? address : SOMETHING.address
}

/** Goes on in a page that stands open, else in a fresh one. */
async function lead({ clients }: WorkerScope, address: string): Promise<void> {
  const open = await clients.matchAll({ type: 'window' })
  const page: Client | undefined = open.find(({ focused }) => focused) ?? open[0]
  if (page === undefined) {
    await clients.openWindow(address)
    return
  }
  await page.focus()
  await page.navigate(address)
}
