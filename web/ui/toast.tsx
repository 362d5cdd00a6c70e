// What just happened, in a sentence, with a way back where there is one.
import { useEffect, useState, useSyncExternalStore } from 'react'
import { say } from '#browser/say'
import styles from './toast.module.css'

export type Toast = { sentence: string; undo?: () => void }
type Shown = Toast & { id: number }

const SHOWN_MS = 7000

let shown: Shown | undefined
let count = 0
const listeners = new Set<() => void>()

function show(next: Shown | undefined): void {
  shown = next
  for (const listener of listeners) listener()
}

function toast(said: Toast): void {
  count += 1
  show({ ...said, id: count })
}

export function useToast(): (said: Toast) => void {
  return toast
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Stands once in the shell. The live region is always there, so that screen readers hear what comes into it. */
export function Toasts() {
  const current = useSyncExternalStore(subscribe, () => shown)
  return (
    <div role="status" aria-live="polite" className={styles.region}>
      {current !== undefined && <ToastNow key={current.id} toast={current} />}
    </div>
  )
}

function ToastNow({ toast: { sentence, undo } }: { toast: Shown }) {
  const hold = useEnd()
  return (
    <div className={styles.toast} {...hold}>
      <span>{sentence}</span>
      {undo !== undefined && (
        <button
          type="button"
          className={styles.undo}
          onClick={() => {
            undo()
            show(undefined)
          }}
        >
          {say('Undo')}
        </button>
      )}
    </div>
  )
}

/** Takes the toast away after a while, which does not pass while somebody is on their way to its button. */
function useEnd() {
  const [isHeld, setIsHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const over = setTimeout(() => show(undefined), SHOWN_MS)
    return () => clearTimeout(over)
  }, [isHeld])
  const hold = () => setIsHeld(true)
  const release = () => setIsHeld(false)
  return { onPointerEnter: hold, onPointerLeave: release, onFocus: hold, onBlur: release }
}
