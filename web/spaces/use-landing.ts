// Where the window stands: a link lands on what it names and stays there while things above it still grow; who comes
// back finds the place they left.
import { useElementScrollRestoration, useLocation } from '@tanstack/react-router'
import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'

/** How long a landing holds its place while pictures and late parts above it come in. */
const HELD_MS = 5000
/** Whoever does one of these wants to go on. */
const WISHES = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const

const theWindow = () => window

/** Where the window stood when this address was left; nothing when one comes to it for the first time. */
export function useLeftAt(): number | undefined {
  return useElementScrollRestoration({ getElement: theWindow })?.scrollY
}

/** Puts the window back where it stood, for a screen whose content came after the router had tried. */
export function useReturn({ isReady }: { isReady: boolean }): void {
  const leftAt = useLeftAt()
  const isDone = useRef(false)
  useLayoutEffect(() => {
    if (!isReady || isDone.current) return
    isDone.current = true
    // Who has begun to scroll is where they want to be.
    if (leftAt !== undefined && scrollY === 0) scrollTo(0, leftAt)
  }, [isReady, leftAt])
}

/** Brings what the address leads to into view and gives it the focus, unless one comes back to where one was. */
export function useLanding(target: RefObject<HTMLElement | null>, { isLinked }: { isLinked: boolean }): void {
  const leftAt = useRef<number>(undefined)
  leftAt.current = useLeftAt()
  const key = useLocation({ select: ({ state, href }) => state.__TSR_key ?? href })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a link that is pressed again lands again.
  useEffect(() => {
    const element = target.current
    if (!isLinked || element === null || leftAt.current !== undefined) return
    element.focus({ preventScroll: true })
    return holdInView(element)
  }, [target, isLinked, key])
}

/** @returns what lets it go */
function holdInView(element: HTMLElement): () => void {
  const show = () => element.scrollIntoView({ block: 'start' })
  const observer = new ResizeObserver(show)
  const release = () => {
    observer.disconnect()
    clearTimeout(over)
    for (const wish of WISHES) removeEventListener(wish, release)
  }
  const over = setTimeout(release, HELD_MS)
  for (const wish of WISHES) addEventListener(wish, release, { passive: true })
  show()
  // The router goes to the top of a new address once it has drawn it.
  requestAnimationFrame(() => requestAnimationFrame(show))
  observer.observe(document.body)
  return release
}

/**
 * Keeps what one reads where it stands while something is put in above it.
 * @param list the list that grows at its beginning
 * @param firstId which item stands first
 */
export function useHeldPlace(list: RefObject<HTMLElement | null>, firstId: string | undefined): void {
  const shownFirst = useRef(firstId)
  const held = useRef<{ element: Element; top: number }>(undefined)
  if (shownFirst.current !== firstId) {
    // The list still stands as it was: what is drawn now comes onto the page after this.
    const element = list.current?.firstElementChild
    held.current = element ? { element, top: element.getBoundingClientRect().top } : undefined
    shownFirst.current = firstId
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: it waits for another first item.
  useLayoutEffect(() => {
    const place = held.current
    held.current = undefined
    if (place === undefined || !list.current?.contains(place.element)) return
    scrollBy(0, place.element.getBoundingClientRect().top - place.top)
    // The button that was pressed goes when there is nothing earlier; the keyboard stays where one reads.
    if (document.activeElement === document.body && place.element instanceof HTMLElement) {
      place.element.focus({ preventScroll: true })
    }
  }, [firstId])
}
