import { type ComponentType, useEffect, useState } from 'react'
import { say } from '#browser/say'
import { useLine } from '#browser/use-line'
import styles from './offline-note.module.css'

/** The first screen has the line to itself for so long. */
const AFTER_FIRST_SCREEN_MS = 2000

/** Says that the line is away, or that Foyer is, for as long as that lasts, and what waits for it to be back. */
export function OfflineNote() {
  const line = useLine()
  const Frame = useFrame(line)
  return (
    <>
      <div role="status">
        {line === 'offline' && (
          <p className={styles.note}>
            {say(
              'You are offline. You can read what is here; what you do is kept, and sent once you are back.',
            )}
          </p>
        )}
        {line === 'away' && (
          <p className={styles.note}>
            {say(
              'Foyer does not answer just now. What you see may not be the newest; it catches up by itself.',
            )}
          </p>
        )}
      </div>
      {Frame !== undefined && <Frame />}
    </>
  )
}

/**
 * What tells of all that waits: fetched once the page stands, at once where there is no line to hold up, and asked for
 * again with each change of the line where it could not be had.
 */
function useFrame(line: ReturnType<typeof useLine>): ComponentType | undefined {
  const [Frame, setFrame] = useState<ComponentType>()
  useEffect(() => {
    if (Frame !== undefined) return
    const load = () => void loadFrame().then((frame) => setFrame(() => frame))
    const later = setTimeout(load, line === 'there' ? AFTER_FIRST_SCREEN_MS : 0)
    return () => clearTimeout(later)
  }, [line, Frame])
  return Frame
}

async function loadFrame(): Promise<ComponentType | undefined> {
  try {
    return (await import('../offline/offline-frame.tsx')).OfflineFrame
  } catch {
    return undefined
  }
}
