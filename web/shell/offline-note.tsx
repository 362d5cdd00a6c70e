import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react'
import { useLine } from '#browser/use-line'
import styles from './offline-note.module.css'

/** The first screen has the line to itself for so long. */
const AFTER_FIRST_SCREEN_MS = 2000

/** What waits and what is new is told by a part that is fetched later; where that cannot be had, it is not told. */
const OfflineFrame = lazy<ComponentType>(() =>
  import('../offline/offline-frame.tsx').then(
    (module) => ({ default: module.OfflineFrame }),
    () => ({ default: () => null }),
  ),
)

/** Says that the line is away, or that Foyer is, for as long as that lasts, and what waits for it to be back. */
export function OfflineNote() {
  const line = useLine()
  const isLater = useIsLater(line)
  return (
    <>
      <div role="status">
        {line === 'offline' && (
          <p className={styles.note}>
            You are offline. You can read what is here; what you do is kept, and sent once you are back.
          </p>
        )}
        {line === 'away' && (
          <p className={styles.note}>
            Foyer does not answer just now. What you see may not be the newest; it catches up by itself.
          </p>
        )}
      </div>
      {isLater && (
        <Suspense fallback={null}>
          <OfflineFrame />
        </Suspense>
      )}
    </>
  )
}

/** Without a line there is nothing to hold up. */
function useIsLater(line: ReturnType<typeof useLine>): boolean {
  const [isLater, setIsLater] = useState(false)
  useEffect(() => {
    const later = setTimeout(() => setIsLater(true), line === 'there' ? AFTER_FIRST_SCREEN_MS : 0)
    return () => clearTimeout(later)
  }, [line])
  return isLater
}
