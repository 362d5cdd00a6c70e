import { Ellipsis } from 'lucide-react'
import {
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import styles from './menu.module.css'

/** How much of the window's foot the tabs of a phone may cover. */
const COVERED_PX = 80

export type MenuItem = { label: string; act: () => void }

/** A few further deeds behind three dots. Arrow keys move, Escape closes and gives the focus back. */
export function Menu({ label, items }: { label: string; items: readonly MenuItem[] }) {
  const [isOpen, setIsOpen] = useState(false)
  const root = useRef<HTMLDivElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const isUpward = useUpward(list, isOpen)
  useEffect(() => {
    if (!isOpen) return
    list.current?.querySelector('button')?.focus()
    return whenPressedOutside(root, () => setIsOpen(false))
  }, [isOpen])
  const close = () => {
    setIsOpen(false)
    root.current?.querySelector('button')?.focus()
  }
  return (
    <div className={styles.root} ref={root}>
      <button
        type="button"
        className={styles.dots}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Ellipsis size={20} strokeWidth={1.75} aria-hidden="true" />
      </button>
      {isOpen && (
        <div
          id={id}
          ref={list}
          role="menu"
          tabIndex={-1}
          aria-label={label}
          className={styles.list}
          data-upward={isUpward || undefined}
          onKeyDown={(event) => moveFocus(event, close)}
        >
          {items.map((item) => (
            <button
              key={item.label}
              type="button"
              role="menuitem"
              className={styles.item}
              onClick={() => {
                close()
                item.act()
              }}
            >
              {item.label}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}

/** @returns what ends the watching */
function whenPressedOutside(root: RefObject<HTMLElement | null>, act: () => void): () => void {
  const judge = ({ target }: PointerEvent) => {
    if (target instanceof Node && !root.current?.contains(target)) act()
  }
  addEventListener('pointerdown', judge)
  return () => removeEventListener('pointerdown', judge)
}

/** Whether an open menu has no room below, so that it has to stand above its dots. */
function useUpward(list: RefObject<HTMLElement | null>, isOpen: boolean): boolean {
  const [isUpward, setIsUpward] = useState(false)
  useLayoutEffect(() => {
    const bottom = isOpen ? (list.current?.getBoundingClientRect().bottom ?? 0) : 0
    setIsUpward(bottom > innerHeight - COVERED_PX)
  }, [list, isOpen])
  return isUpward
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>, close: () => void): void {
  if (event.key === 'Escape') {
    event.stopPropagation()
    close()
  }
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  event.preventDefault()
  const items = [...event.currentTarget.querySelectorAll('button')]
  const at = items.indexOf(document.activeElement as HTMLButtonElement)
  items.at((at + step) % items.length)?.focus()
}
