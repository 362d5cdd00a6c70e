// A thread: what was said, what was replied, page by page, and where to reply.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { PostId, ReplyId } from '#contract/ref'
import type { Reply, Thread } from '#contract/said'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from './page.module.css'
import type { SpacesParts } from './parts.ts'
import { Replies } from './replies.tsx'
import { ReplyBar } from './reply-bar.tsx'
import { ThreadHead } from './thread-head.tsx'
import { standingsOf } from './threading.ts'
import { anchorOf, useThread } from './use-thread.ts'

type ThreadPageProps = { postId: PostId; replyId: ReplyId | undefined; parts: Pick<SpacesParts, 'Reading'> }

export function ThreadPage({ postId, replyId, parts }: ThreadPageProps) {
  const client = useQueryClient()
  const [anchor, setAnchor] = useState(() => anchorOf(client, { postId, replyId }))
  const thread = useThread(postId, anchor)
  const standings = standingsOf(thread.data?.pages ?? [])
  const isHere = standings.some(({ reply }) => reply.id === replyId)
  useEffect(() => {
    // A link to a reply that is on the page scrolls; only to one that is not does the page fetch another part.
    if (replyId !== undefined && !isHere) setAnchor(replyId)
  }, [replyId, isHere])
  const [answered, setAnswered] = useState<Reply>()
  const first = thread.data?.pages[0]
  if (first === undefined) {
    return (
      <div className={page.page}>
        <PageTitle>Thread</PageTitle>
        {thread.error === null ? (
          <Skeleton lines={10} />
        ) : (
          <Trouble problem={thread.error} onRetry={thread.refetch} />
        )}
      </div>
    )
  }
  return (
    <div className={page.page}>
      <ThreadHead thread={first} Reading={parts.Reading} />
      <Replies
        {...{ thread, standings, replyId, Reading: parts.Reading }}
        onAnswer={first.mayReply ? setAnswered : undefined}
      />
      <ReplyOrNot thread={first} answered={answered} onAnswered={setAnswered} />
    </div>
  )
}

type ReplyOrNotProps = {
  thread: Thread
  answered: Reply | undefined
  onAnswered: (reply: Reply | undefined) => void
}

function ReplyOrNot({ thread, answered, onAnswered }: ReplyOrNotProps) {
  if (thread.mayReply) return <ReplyBar post={thread.post} answered={answered} onAnswered={onAnswered} />
  return (
    <p className={page.under}>
      {thread.post.isDeleted
        ? 'This post was deleted, so nothing can be replied to it.'
        : `Join ${thread.post.space.name} to reply.`}
    </p>
  )
}
