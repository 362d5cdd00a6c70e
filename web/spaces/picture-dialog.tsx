// Pictures, large, one at a time: by button, by arrow key, by swipe; Escape leads back.
import { ChevronLeft, ChevronRight, Download, X } from 'lucide-react'
import {
  type CSSProperties,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  useEffect,
  useRef,
  useState,
} from 'react'
import { say, sayAs } from '#browser/say'
import { addressOf, addressOfSmall, altOf, largeSourcesOf, type Picture, sizeOf } from './file-words.ts'
import styles from './picture-dialog.module.css'

type PictureDialogProps = { pictures: readonly Picture[]; startsAt: number; onClose: () => void }

export function PictureDialog({ pictures, startsAt, onClose }: PictureDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [index, setIndex] = useState(startsAt)
  const swipe = useSwipe((steps) => go(steps))
  const picture = pictures[index]
  const go = (steps: number) => setIndex((at) => (at + steps + pictures.length) % pictures.length)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  if (picture === undefined) return null
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (key === 'ArrowRight') go(1)
    if (key === 'ArrowLeft') go(-1)
  }
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-label={say('Picture')}
      onClose={onClose}
      onKeyDown={onKeyDown}
    >
      <div className={styles.stage} {...swipe}>
        <img
          key={picture.id}
          className={styles.picture}
          src={addressOf(picture)}
          srcSet={largeSourcesOf(picture)}
          sizes="100vw"
          style={placeOf(picture)}
          alt={altOf(picture)}
          draggable={false}
        />
      </div>
      <Foot {...{ pictures, index, go }} onClose={() => dialog.current?.close()} />
    </dialog>
  )
}

type FootProps = {
  pictures: readonly Picture[]
  index: number
  go: (steps: number) => void
  onClose: () => void
}

function Foot({ pictures, index, go, onClose }: FootProps) {
  const picture = pictures[index]
  if (picture === undefined) return null
  return (
    <div className={styles.foot}>
      {pictures.length > 1 && (
        <>
          <Round label={say('Previous picture')} onPress={() => go(-1)}>
            <ChevronLeft aria-hidden strokeWidth={1.75} />
          </Round>
          <Round label={say('Next picture')} onPress={() => go(1)}>
            <ChevronRight aria-hidden strokeWidth={1.75} />
          </Round>
        </>
      )}
      <p className={styles.name} aria-live="polite">
        {altOf(picture)}
        {pictures.length > 1 && (
          <span> {say('{number} of {count}', { number: index + 1, count: pictures.length })}</span>
        )}
      </p>
      <a
        className={styles.round}
        href={addressOf(picture)}
        download={picture.name}
        aria-label={say('Save {file}, {size}', { file: picture.name, size: sizeOf(picture.bytes) })}
      >
        <Download aria-hidden strokeWidth={1.75} />
      </a>
      <Round label={sayAs('button: a dialog', 'Close')} onPress={onClose}>
        <X aria-hidden strokeWidth={1.75} />
      </Round>
    </div>
  )
}

function Round({ label, onPress, children }: { label: string; onPress: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.round} aria-label={label} onClick={onPress}>
      {children}
    </button>
  )
}

/** Its room before it has come, with its small likeness in it. */
function placeOf(picture: Picture): CSSProperties {
  const ratio = picture.width / picture.height
  return {
    aspectRatio: ratio,
    width: `min(100%, ${picture.width}px, calc((100dvh - 7rem) * ${ratio}))`,
    backgroundImage: `url("${addressOfSmall(picture)}")`,
  }
}

/** How far a finger goes before it means another picture, in pixels. */
const SWIPE_PIXELS = 48

/** Reads a finger's way across: to the left means the next one. */
function useSwipe(onSwipe: (steps: 1 | -1) => void) {
  const from = useRef<{ x: number; y: number }>(undefined)
  return {
    onPointerDown: ({ pointerType, isPrimary, clientX, clientY }: PointerEvent) => {
      // A second finger is about to make it larger, which is no swipe.
      from.current = pointerType !== 'mouse' && isPrimary ? { x: clientX, y: clientY } : undefined
    },
    onPointerUp: ({ clientX, clientY }: PointerEvent) => {
      const start = from.current
      from.current = undefined
      if (start === undefined) return
      const across = clientX - start.x
      if (Math.abs(across) < SWIPE_PIXELS || Math.abs(across) < Math.abs(clientY - start.y)) return
      onSwipe(across < 0 ? 1 : -1)
    },
    onPointerCancel: () => {
      from.current = undefined
    },
  }
}
