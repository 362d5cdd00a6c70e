// Counts how long its children are really in view, and notes the reading for the reader alone.
import { type ReactNode, type RefObject, useEffect, useRef } from 'react'
import { monotonicMs } from '#browser/clock'
import { sendOrKeep } from '#browser/outbox'
import type { SaidId } from '#contract/ref'
import { DWELT_SECONDS_MIN, secondsOn, started, stopped, stoppedClock } from './reading-clock.ts'

/** How often whoever asks is told how long the words have been in view. */
const TOLD_EVERY_MS = 1000

export type ReadingProps = {
  saidId: SaidId
  /** Told about every second, while the words are in view, for how many seconds they have been. */
  onSeconds?: (seconds: number) => void
  /** Whether what was done with the words told the server already that they were read. */
  isNoted?: () => boolean
  children: ReactNode
}

export function Reading({ saidId, onSeconds, isNoted, children }: ReadingProps) {
  const words = useRef<HTMLDivElement>(null)
  const asked = useRef<Asked>({})
  useEffect(() => {
    asked.current = { onSeconds, isNoted }
  })
  useEffect(() => watch({ saidId, words, asked }), [saidId])
  return <div ref={words}>{children}</div>
}

/** What the latest drawing of the page asked for. */
type Asked = { [Name in 'onSeconds' | 'isNoted']?: ReadingProps[Name] | undefined }

type Watched = { saidId: SaidId; words: RefObject<HTMLDivElement | null>; asked: RefObject<Asked> }

/** Runs the clock while the words are in view of a visible page. Returns how to stop watching. */
function watch({ saidId, words, asked }: Watched): () => void {
  let clock = stoppedClock
  let notedSeconds = 0
  let isInView = false
  const run = () => {
    const isSeen = isInView && document.visibilityState === 'visible'
    clock = isSeen ? started(clock, monotonicMs()) : stopped(clock, monotonicMs())
    if (!isSeen) note()
  }
  // Phones end pages without a word, so what was read is noted whenever it goes out of sight.
  const note = () => {
    const seconds = secondsOn(clock, monotonicMs()) - notedSeconds
    if (seconds < DWELT_SECONDS_MIN || asked.current.isNoted?.()) return
    notedSeconds += seconds
    noteReading(saidId, seconds)
  }
  const observer = new IntersectionObserver(
    (entries) => {
      isInView = entries.some(fillsTheView)
      run()
    },
    { threshold: [0, 0.1, 0.25, 0.5, 0.75, 1] },
  )
  if (words.current) observer.observe(words.current)
  document.addEventListener('visibilitychange', run)
  const ticking = setInterval(() => {
    if (clock.runningSince !== undefined) asked.current.onSeconds?.(secondsOn(clock, monotonicMs()))
  }, TOLD_EVERY_MS)
  return () => {
    observer.disconnect()
    document.removeEventListener('visibilitychange', run)
    clearInterval(ticking)
    note()
  }
}

/** In view means half of the words, or half of the window when the words are longer than that. */
function fillsTheView({
  isIntersecting,
  intersectionRatio,
  intersectionRect,
  rootBounds,
}: IntersectionObserverEntry) {
  if (!isIntersecting) return false
  return (
    intersectionRatio >= 0.5 ||
    intersectionRect.height >= (rootBounds?.height ?? Number.POSITIVE_INFINITY) / 2
  )
}

function noteReading(saidId: SaidId, seconds: number): void {
  // A note that gets lost is not worth a sentence to somebody who is reading.
  const about = { sentence: '', href: location.pathname, isQuiet: true }
  sendOrKeep(['voices', 'recordReading'], { saidId, seconds }, about).catch(() => undefined)
}
