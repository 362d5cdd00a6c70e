// Where one replies: at the bottom of the window, within a thumb's reach.

import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { type ReactNode, useEffect, useState } from 'react'
import { call } from '#browser/client'
import { hasDraft, useDraftStanding } from '#browser/drafts'
import { sentenceOf } from '#browser/problem'
import type { File } from '#contract/files'
import type { FileId } from '#contract/ref'
import type { Post, Reply } from '#contract/said'
import { useKeys } from '#ui/keys'
import { useToast } from '#ui/toast'
import { Composer } from './composer.tsx'
import styles from './thread.module.css'
import { refreshThreads, useWriteReply } from './use-thread.ts'

const NO_FILES: readonly File[] = []

type ReplyBarProps = {
  post: Post
  /** The reply that is being answered; nothing when it is the post. */
  answered: Reply | undefined
  onAnswered: (reply: Reply | undefined) => void
  /** Stands above the bar. */
  above: ReactNode
}

export function ReplyBar({ post, answered, onAnswered, above }: ReplyBarProps) {
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
  useKeys({ r: { label: 'Reply', act: () => setIsOpen(true) } })
  const send = useSend(post, answered)
  const whom = (answered ?? post).author.name
  return (
    <div className={styles.bar} data-open={isOpen || undefined}>
      {above}
      {isOpen ? (
        <Composer
          key={answered?.id ?? post.id}
          label={`Your reply to ${whom}`}
          submitLabel="Reply"
          draftKey={draftKey}
          files={NO_FILES}
          onSubmit={(body, fileIds) => send({ body, fileIds }).then(close)}
          onCancel={() => {
            setWasCancelled(true)
            close()
          }}
          startsFocused
        />
      ) : (
        <button
          type="button"
          className={styles.invitation}
          // biome-ignore lint/a11y/noAutofocus: whoever left the words stays where they were.
          autoFocus={wasCancelled}
          onClick={() => setIsOpen(true)}
        >
          {hasBegun ? `Go on with your reply to ${whom}` : `Reply to ${whom}`}
        </button>
      )}
    </div>
  )
}

/** Sends the reply, tells so with an undo, and leads to it. */
function useSend(post: Post, answered: Reply | undefined) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const toast = useToast()
  const write = useWriteReply(post.id)
  const takeBack = (reply: Reply) => async () => {
    try {
      await call('spaces', 'deleteWords', { saidId: reply.id })
    } catch (error) {
      toast({ sentence: sentenceOf(error) })
    }
    await refreshThreads(client)
  }
  return async ({ body, fileIds }: { body: string; fileIds: FileId[] }) => {
    try {
      const { reply } = await write.mutateAsync({ body, fileIds, answersId: answered?.id })
      toast({ sentence: 'Your reply is in the thread.', undo: takeBack(reply) })
      navigate({ to: '/threads/$postId/$replyId', params: { postId: post.id, replyId: reply.id } })
    } catch (error) {
      toast({ sentence: `${sentenceOf(error)} Your words are kept.` })
      throw error
    }
  }
}
