// What the service worker sees around it. TypeScript's own words for it do not go with those for a page.

type Waiting = Event & { waitUntil: (work: Promise<unknown>) => void }
export type FetchHeard = Waiting & { request: Request; respondWith: (answer: Promise<Response>) => void }
export type MessageHeard = Waiting & { data: unknown }
export type PushHeard = Waiting & { data: { json: () => unknown; text: () => string } | null }
export type NotificationHeard = Waiting & { notification: Notification; action: string }

/** A page that the worker serves. */
export type Client = {
  url: string
  visibilityState: 'hidden' | 'visible'
  focused: boolean
  focus: () => Promise<Client>
  navigate: (url: string) => Promise<Client | null>
  postMessage: (message: unknown) => void
}

type Heard = {
  install: Waiting
  activate: Waiting
  fetch: FetchHeard
  message: MessageHeard
  push: PushHeard
  notificationclick: NotificationHeard
  notificationclose: NotificationHeard
  pushsubscriptionchange: Waiting
}

export type WorkerScope = {
  addEventListener: <Name extends keyof Heard>(name: Name, hear: (heard: Heard[Name]) => void) => void
  skipWaiting: () => Promise<void>
  location: Location
  clients: {
    claim: () => Promise<void>
    matchAll: (wanted?: { type?: 'window'; includeUncontrolled?: boolean }) => Promise<readonly Client[]>
    openWindow: (url: string) => Promise<Client | null>
  }
  registration: ServiceWorkerRegistration
}
