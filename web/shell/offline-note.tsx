import { useSyncExternalStore } from 'react'
import { useIsLineAway } from '#browser/live'
import styles from './offline-note.module.css'

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Says that the line is away, or that Foyer is, for as long as that lasts. */
export function OfflineNote() {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  const isLineAway = useIsLineAway()
  return (
    <div role="status">
      {!isOnline && (
        <p className={styles.note}>
          You are offline. You can read what is here; what you write stays on this device.
        </p>
      )}
      {isOnline && isLineAway && (
        <p className={styles.note}>
          Foyer does not answer just now. What you see may not be the newest; it catches up by itself.
        </p>
      )}
    </div>
  )
}
