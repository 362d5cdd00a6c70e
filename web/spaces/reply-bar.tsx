// Where one replies: at the bottom of the window, within a thumb's reach.
import { type ReactNode, useEffect, useState } from 'react'
import { hasDraft, useDraftStanding } from '#browser/drafts'
import { say, sayAs } from '#browser/say'
import type { File } from '#contract/files'
import type { Post } from '#contract/said'
import { useKeys } from '#ui/keys'
import { Composer } from './composer.tsx'
import { GuestsRead } from './guests-read.tsx'
import styles from './thread.module.css'
import { type Answered, useSendReply } from './use-send-reply.ts'

const NO_FILES: readonly File[] = []

type ReplyBarProps = {
  post: Post
  /** Whether guests may be among the readers. */
  guestsRead: boolean
  /** The reply that is being answered; nothing when it is the post. */
  answered: Answered | undefined
  onAnswered: (reply: Answered | undefined) => void
  /** Stands above the bar. */
  above: ReactNode
}

export function ReplyBar({ post, guestsRead, answered, onAnswered, above }: ReplyBarProps) {
  const draftKey = `reply:${post.id}`
  const [isOpen, setIsOpen] = useState(() => hasDraft(draftKey))
  useEffect(() => {
    if (answered !== undefined) setIsOpen(true)
  }, [answered])
  const [wasCancelled, setWasCancelled] = useState(false)
  const hasBegun = useDraftStanding(draftKey) !== 'none'
  const close = () => {
    setIsOpen(false)
    onAnswered(undefined)
  }
  useKeys({ r: { label: sayAs('verb', 'Reply'), act: () => setIsOpen(true) } })
  const title = post.title ?? post.space.name
  const send = useSendReply({ postId: post.id, title, answered, draftKey })
  const whom = (answered ?? post).author.name
  return (
    <div className={styles.bar} data-open={isOpen || undefined}>
      {above}
      {isOpen ? (
        <Composer
          key={answered?.id ?? post.id}
          label={say('Your reply to {whom}', { whom })}
          submitLabel={sayAs('verb', 'Reply')}
          draftKey={draftKey}
          files={NO_FILES}
          onSubmit={(body, fileIds) => send({ body, fileIds }).then(close)}
          onCancel={() => {
            setWasCancelled(true)
            close()
          }}
          startsFocused
        >
          {guestsRead && <GuestsRead />}
        </Composer>
      ) : (
        <button
          type="button"
          className={styles.invitation}
          // biome-ignore lint/a11y/noAutofocus: whoever left the words stays where they were.
          autoFocus={wasCancelled}
          onClick={() => setIsOpen(true)}
        >
          {hasBegun ? say('Go on with your reply to {whom}', { whom }) : say('Reply to {whom}', { whom })}
        </button>
      )}
    </div>
  )
}
