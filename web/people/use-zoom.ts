// Brings a picture nearer and further away within the box that it scrolls in: by two fingers, by the wheel with Ctrl, which
// is also what a pinch on a touchpad sends, and by the keys + and −. What one looks at stays where it is.
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'

const SCALE = { min: 0.4, max: 1.6 }
const STEP = 1.2
const WHEEL_STEP = 1.002

type Point = { x: number; y: number }

export function useZoom(frame: RefObject<HTMLElement | null>) {
  const [scale, setScale] = useState(1)
  const now = useRef(1)
  /** Where the frame must be scrolled to once the picture has its new size. */
  const next = useRef<{ left: number; top: number }>(undefined)
  useLayoutEffect(() => {
    if (now.current === scale && next.current) frame.current?.scrollTo(next.current)
    next.current = undefined
  }, [scale, frame])
  const zoom = (by: number, about?: Point) => {
    const box = frame.current
    const wanted = Math.min(Math.max(now.current * by, SCALE.min), SCALE.max)
    if (box === null || wanted === now.current) return
    const { x, y } = about ?? { x: box.clientWidth / 2, y: box.clientHeight / 2 }
    const ratio = wanted / now.current
    next.current = { left: (box.scrollLeft + x) * ratio - x, top: (box.scrollTop + y) * ratio - y }
    now.current = wanted
    setScale(wanted)
  }
  const act = useRef(zoom)
  act.current = zoom
  useEffect(() => {
    const box = frame.current
    return box === null ? undefined : listen(box, (by, about) => act.current(by, about))
  }, [frame])
  return { scale, nearer: () => zoom(STEP), away: () => zoom(1 / STEP) }
}

/** @returns what ends the listening */
function listen(box: HTMLElement, zoom: (by: number, about?: Point) => void): () => void {
  const ended = new AbortController()
  const { signal } = ended
  const within = ({ clientX, clientY }: { clientX: number; clientY: number }): Point => {
    const { left, top } = box.getBoundingClientRect()
    return { x: clientX - left, y: clientY - top }
  }
  // React listens for the wheel passively, where the browser's own zoom could not be prevented.
  box.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey) return
      event.preventDefault()
      zoom(WHEEL_STEP ** -event.deltaY, within(event))
    },
    { signal, passive: false },
  )
  box.addEventListener(
    'keydown',
    ({ key }) => {
      if (key === '+' || key === '=') zoom(STEP)
      if (key === '-') zoom(1 / STEP)
    },
    { signal },
  )
  let apart: number | undefined
  box.addEventListener(
    'touchmove',
    ({ touches: [one, other] }) => {
      if (!one || !other) return
      const distance = Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY)
      const middle = {
        clientX: (one.clientX + other.clientX) / 2,
        clientY: (one.clientY + other.clientY) / 2,
      }
      if (apart !== undefined) zoom(distance / apart, within(middle))
      apart = distance
    },
    { signal, passive: true },
  )
  for (const end of ['touchend', 'touchcancel'] as const) {
    box.addEventListener(end, () => (apart = undefined), { signal })
  }
  return () => ended.abort()
}
