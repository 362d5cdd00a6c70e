// Closing a poll before its time, which cannot be undone and so asks first.
import { useState } from 'react'
import { say } from '#browser/say'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import styles from './poll.module.css'

export function ClosePoll({ onClose }: { onClose: () => Promise<boolean> }) {
  const [isAsking, setIsAsking] = useState(false)
  const leave = () => setIsAsking(false)
  const close = async () => {
    await onClose()
    leave()
  }
  return (
    <>
      <Button kind="quiet" onClick={() => setIsAsking(true)}>
        {say('Close the poll')}
      </Button>
      <Dialog title={say('Close the poll?')} open={isAsking} onClose={leave}>
        <p>
          {say('Everybody sees the results then, and nobody can vote any more. It cannot be opened again.')}
        </p>
        <div className={styles.buttons}>
          <Button kind="go" onClick={close}>
            {say('Close it now')}
          </Button>
          <Button kind="quiet" onClick={leave}>
            {say('Keep it open')}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
