// Whether this browser takes pushes, and how it begins and ends to.
import { call } from '#browser/client'
import type { NoticeSettingsReply } from '#contract/notices'

export type PushStanding = 'unsupported' | 'denied' | 'off' | 'on'

/** How it stands with this browser. Pages that are not installed take none on some phones. */
export async function pushStanding(): Promise<PushStanding> {
  const worker = await findWorker()
  if (worker === undefined) return 'unsupported'
  if (Notification.permission === 'denied') return 'denied'
  return (await worker.pushManager.getSubscription()) === null ? 'off' : 'on'
}

/** Asks for the right to show something, and lets pushes come here; undefined when the right is denied. */
export async function beginPush(): Promise<NoticeSettingsReply | undefined> {
  const worker = await findWorker()
  if (worker === undefined || (await Notification.requestPermission()) !== 'granted') return undefined
  const { key } = await call('notices', 'getPushKey', {})
  const subscription = await worker.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: key,
  })
  const { endpoint, keys } = subscription.toJSON()
  return call('notices', 'subscribePush', {
    endpoint: endpoint ?? '',
    p256dh: keys?.p256dh ?? '',
    auth: keys?.auth ?? '',
  })
}

/** Lets no more pushes come here. */
export async function endPush(): Promise<NoticeSettingsReply | undefined> {
  const subscription = await (await findWorker())?.pushManager.getSubscription()
  if (subscription === null || subscription === undefined) return undefined
  await subscription.unsubscribe()
  return call('notices', 'unsubscribePush', { endpoint: subscription.endpoint })
}

async function findWorker(): Promise<ServiceWorkerRegistration | undefined> {
  if (!('serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis))
    return undefined
  return navigator.serviceWorker.getRegistration()
}
