// Asks quietly whether to go on with a later version. Nothing begins anew by itself.
import { useState } from 'react'
import { useNextVersion } from '#browser/offline/worker-line'
import { Button } from '#ui/button'
import styles from './offline-frame.module.css'

export function UpdateNote() {
  const takeOver = useNextVersion()
  const [isPutOff, setIsPutOff] = useState(false)
  return (
    <div role="status">
      {takeOver !== undefined && !isPutOff && (
        <p className={styles.update}>
          A new version of Foyer is here. What you began to write is kept.
          <span className={styles.ways}>
            <Button onClick={takeOver}>Reload</Button>
            <Button kind="quiet" onClick={() => setIsPutOff(true)}>
              Later
            </Button>
          </span>
        </p>
      )}
    </div>
  )
}
