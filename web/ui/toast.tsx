// What just happened, in a sentence, with a way back where there is one.
import { useEffect, useSyncExternalStore } from 'react'
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
  useEffect(() => {
    if (current === undefined) return
    const over = setTimeout(() => show(undefined), SHOWN_MS)
    return () => clearTimeout(over)
  }, [current])
  return (
    <div role="status" aria-live="polite" className={styles.region}>
      {current !== undefined && (
        <div key={current.id} className={styles.toast}>
          <span>{current.sentence}</span>
          {current.undo !== undefined && (
            <button
              type="button"
              className={styles.undo}
              onClick={() => {
                current.undo?.()
                show(undefined)
              }}
            >
              Undo
            </button>
          )}
        </div>
      )}
    </div>
  )
}
