import { useSyncExternalStore } from 'react'
import styles from './offline-note.module.css'

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Says that the line is away, for as long as it is. */
export function OfflineNote() {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  return (
    <div role="status">
      {!isOnline && (
        <p className={styles.note}>
          You are offline. You can read what is here; what you write stays on this device.
        </p>
      )}
    </div>
  )
}
