// The one stream of this tab: what is told on the topics that its parts ask for. It rests while nobody looks at the tab,
// since a browser allows only a few connections to one address, and comes back by itself whenever it breaks.
import type { LiveEvent } from '#contract/live'
import { waitMsAfter } from './live-wait.ts'
import { isLooking } from './looking.ts'

export type Topics = { postId?: string; spaceId?: string; home?: 'yes'; hoursId?: string }

/** `number` counts what was heard, so that one can tell whether something was asked for before or after it. */
type Hear = (event: LiveEvent, number: number) => void

export type Part = {
  topics: Topics
  hear: Hear
  /** The server said no: perhaps nobody is signed in any more. */
  onRefused: () => void
}

const ADDRESS = '/api/live/listen'
/** One screen gives way to the next within this time, so that the stream is opened anew only once. */
const SETTLED_MS = 30
/** When the server greets everybody at once, not everybody asks at once. */
const GREETED_MS_MAX = 2000
/** A line that fails this often in a row is said to be away. */
const FAILURES_TOLD = 2

const parts = new Set<Part>()
const watchers = new Set<() => void>()
let source: EventSource | undefined
let address: string | undefined
let failures = 0
let heard = 0
let timer: ReturnType<typeof setTimeout> | undefined
let isWatching = false

/** How much was heard so far. */
export function heardSoFar(): number {
  return heard
}

/** Hears what is told on some topics. @returns what ends it */
export function listenTo(part: Part): () => void {
  watchTab()
  parts.add(part)
  later(SETTLED_MS)
  return () => {
    parts.delete(part)
    later(SETTLED_MS)
  }
}

/** Whether the line is away; `watch` is called when that changes. */
export function isAway(): boolean {
  return failures >= FAILURES_TOLD
}

export function watchLine(watch: () => void): () => void {
  watchers.add(watch)
  return () => watchers.delete(watch)
}

function watchTab(): void {
  if (isWatching) return
  isWatching = true
  document.addEventListener('visibilitychange', settle)
  addEventListener('online', settle)
}

function later(ms: number): void {
  clearTimeout(timer)
  timer = setTimeout(settle, ms)
}

/** Makes the stream the one that is wanted now. */
function settle(): void {
  clearTimeout(timer)
  const wanted = parts.size === 0 || document.hidden ? undefined : addressOf([...parts])
  if (wanted === address && (source !== undefined || wanted === undefined)) return
  source?.close()
  source = undefined
  address = wanted
  if (wanted !== undefined) open(wanted)
}

function addressOf(wanted: readonly Part[]): string {
  const topics: Topics = Object.assign({}, ...wanted.map((part) => part.topics))
  const query = new URLSearchParams(Object.entries(topics).filter(([, value]) => value !== undefined))
  return `${ADDRESS}?${query}`
}

function open(at: string): void {
  // What is told belongs to whoever is signed in, and not to the guest as whom they look.
  if (isLooking()) return
  const opened = new EventSource(at)
  source = opened
  let isGreeted = false
  opened.onmessage = ({ data }: MessageEvent<string>) => {
    if (source !== opened) return
    const event = JSON.parse(data) as LiveEvent
    if (event.what !== 'hello') return tell(event)
    fail(0)
    if (isGreeted) setTimeout(() => tell(event), Math.random() * GREETED_MS_MAX)
    else tell(event)
    isGreeted = true
  }
  // The browser would come back by itself too, but all at the same time, and not after a refusal.
  opened.onerror = () => {
    if (source !== opened) return
    const isRefused = opened.readyState === EventSource.CLOSED
    opened.close()
    source = undefined
    fail(failures + 1)
    if (isRefused) for (const part of parts) part.onRefused()
    later(waitMsAfter(failures, Math.random()))
  }
}

function tell(event: LiveEvent): void {
  heard += 1
  for (const part of [...parts]) part.hear(event, heard)
}

function fail(times: number): void {
  const wasAway = isAway()
  failures = times
  if (wasAway !== isAway()) for (const watch of watchers) watch()
}
