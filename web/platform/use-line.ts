// Whether there is a line to Foyer, as far as the browser and live know.
import { useSyncExternalStore } from 'react'
import { useIsLineAway } from './live.ts'

function subscribe(listener: () => void): () => void {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** `offline`: this device has no line. `away`: it has one, and Foyer does not answer. */
export function useLine(): 'there' | 'offline' | 'away' {
  const isOnline = useSyncExternalStore(subscribe, () => navigator.onLine)
  const isAway = useIsLineAway()
  if (!isOnline) return 'offline'
  return isAway ? 'away' : 'there'
}
