// Asks quietly whether to go on with a later version. Nothing begins anew by itself.
import { useState } from 'react'
import { useNextVersion } from '#browser/offline/worker-line'
import { say } from '#browser/say'
import { Button } from '#ui/button'
import styles from './offline-frame.module.css'

export function UpdateNote() {
  const takeOver = useNextVersion()
  const [isPutOff, setIsPutOff] = useState(false)
  return (
    <div role="status">
      {takeOver !== undefined && !isPutOff && (
        <p className={styles.update}>
          {say('A new version of Foyer is here. What you began to write is kept.')}
          <span className={styles.ways}>
            <Button onClick={takeOver}>{say('Reload')}</Button>
            <Button kind="quiet" onClick={() => setIsPutOff(true)}>
              {say('Later')}
            </Button>
          </span>
        </p>
      )}
    </div>
  )
}
