// What stands where words are gone: that they were deleted, or why a keeper hid them. Hidden words are still read by
// their author, who may ask for another look, and by keepers.
import { say } from '#browser/say'
import { useMe } from '#browser/session'
import type { Post, Reply } from '#contract/said'
import { Button } from '#ui/button'
import { Words } from '#ui/words'
import { hiddenTrace } from './hide-reasons.ts'
import { useModerationDoor } from './moderation-door.tsx'
import styles from './said.module.css'

export function Trace({ said }: { said: Post | Reply }) {
  if (said.hidden === null)
    return <p className={styles.trace}>{say('{author} deleted this.', { author: said.author.name })}</p>
  return <Hidden said={said} hidden={said.hidden} />
}

type HiddenProps = { said: Post | Reply; hidden: NonNullable<Post['hidden']> }

function Hidden({ said, hidden }: HiddenProps) {
  const isYours = useMe().person.id === said.author.id
  const { moderate, appeal, dialog } = useModerationDoor(said)
  return (
    <>
      <p className={styles.trace}>{hiddenTrace(hidden)}</p>
      {said.body !== '' && (
        <div className={styles.hidden}>
          {hidden.sentence !== null && <p>{hidden.sentence}</p>}
          <p>
            {isYours
              ? say('Only you and the keepers still read it.')
              : say('Only its author and the keepers still read it.')}
          </p>
          <Words markdown={said.body} size="plain" />
        </div>
      )}
      <div className={styles.foot}>
        {hidden.mayAppeal && <Button onClick={appeal}>{say('Ask for another look')}</Button>}
        {moderate !== undefined && !isYours && (
          <Button kind="quiet" onClick={moderate}>
            {say('Moderate')}
          </Button>
        )}
      </div>
      {dialog}
    </>
  )
}
