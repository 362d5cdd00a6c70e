// What somebody says whom one muted: folded to a line, and shown when one asks.
import { type ReactNode, useState } from 'react'
import { say } from '#browser/say'
import type { Reply } from '#contract/said'
import { Button } from '#ui/button'
import styles from './thread.module.css'
import { useSilence } from './use-silenced.ts'

export function MutedReply({ reply, children }: { reply: Reply; children: ReactNode }) {
  const silence = useSilence(reply.author.id)
  const [isShown, setIsShown] = useState(false)
  if (silence === undefined || isShown) return children
  return (
    <p className={styles.muted}>
      {say(
        '{silence, select, muted {A reply of {author}, whom you muted.} other {A reply of {author}, whom you blocked.}}',
        { silence, author: reply.author.name },
      )}
      <Button kind="quiet" onClick={() => setIsShown(true)}>
        {say('Show')}
      </Button>
    </p>
  )
}
