import { type ComponentType, useEffect, useState } from 'react'
import { offlineTried } from '#browser/offline'
import { say } from '#browser/say'
import { useLine } from '#browser/use-line'
import styles from './offline-note.module.css'

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
 * What tells of all that waits: fetched with what keeps it, at once where there is no line to hold up, and asked for
 * again with each change of the line where it could not be had.
 */
function useFrame(line: ReturnType<typeof useLine>): ComponentType | undefined {
  const [Frame, setFrame] = useState<ComponentType>()
  useEffect(() => {
    if (Frame !== undefined) return
    let isWanted = true
    const load = async () => {
      if (line === 'there') await offlineTried()
      const frame = isWanted ? await loadFrame() : undefined
      if (isWanted) setFrame(() => frame)
    }
    void load()
    return () => {
      isWanted = false
    }
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
