// A thread: what was said, what was replied, page by page, and where to reply.
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { isNowhere } from '#browser/problem'
import { say } from '#browser/say'
import type { PostId, ReplyId } from '#contract/ref'
import type { Thread } from '#contract/said'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import { NewReplies, useFresh } from './fresh-replies.tsx'
import type { SpacesParts } from './parts.ts'
import { Replies } from './replies.tsx'
import { ReplyBar } from './reply-bar.tsx'
import styles from './thread.module.css'
import { ThreadHead } from './thread-head.tsx'
import { standingsOf } from './threading.ts'
import { useReturn } from './use-landing.ts'
import { useLiveThread } from './use-live-thread.ts'
import { useSeen } from './use-seen.ts'
import type { Answered } from './use-send-reply.ts'
import { anchorOf, useThread } from './use-thread.ts'
import { useVisit } from './use-visit.ts'
import { WaitingReplies } from './waiting-words.tsx'

type ThreadPageProps = {
  postId: PostId
  replyId: ReplyId | undefined
  parts: Pick<
    SpacesParts,
    'Reading' | 'ThreadBell' | 'useDeadlines' | 'AnswersBy' | 'AskerBox' | 'useQuestion' | 'QuestionPanel'
  >
}

export function ThreadPage({ postId, replyId, parts }: ThreadPageProps) {
  const { thread, isMissing } = useLinkedThread(postId, replyId)
  const standings = standingsOf(thread.data?.pages ?? [])
  const [answered, setAnswered] = useState<Answered>()
  const first = thread.data?.pages[0]
  const visit = useVisit(postId, thread)
  const deadlines = parts.useDeadlines(postId)
  const question = parts.useQuestion(postId, first?.post)
  const arrivals = useLiveThread(postId)
  const freshIds = useFresh(arrivals, standings.length)
  const onShown = useSeen(first)
  useReturn({ isReady: first !== undefined })
  const postAt = first?.post.at
  const isOutdated = first !== undefined && first.post.isLocked !== (first.lock !== null)
  useEffect(() => {
    // That a thread was locked or opened is heard with its post; by whom and why is asked.
    if (isOutdated) void thread.refetch()
  }, [isOutdated, thread.refetch])
  useEffect(() => {
    if (postAt !== undefined) onShown(postAt)
  }, [postAt, onShown])
  if (first === undefined) {
    return (
      <div className={page.page}>
        <PageTitle>{say('Thread')}</PageTitle>
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
      <ThreadHead thread={first} parts={parts} deadlines={deadlines} />
      <parts.QuestionPanel standing={question.standing} />
      <parts.AnswersBy postId={postId} said={[first.post, ...standings.map(({ reply }) => reply)]} />
      <parts.AskerBox post={first.post} replies={standings.map(({ reply }) => reply)} />
      {isMissing && (
        <p role="status" className={styles.missing}>
          {say(
            'The reply that this link leads to is not in this thread. Here is the thread from its beginning.',
          )}
        </p>
      )}
      <Replies
        {...{ thread, standings, replyId, visit, freshIds, onShown, Reading: parts.Reading }}
        deedsOf={(reply) => [...question.deedsOf(reply), ...deadlines.deedsOf(reply)]}
        markOf={question.markOf}
        onAnswer={first.mayReply ? setAnswered : undefined}
      />
      <WaitingReplies postId={postId} onAnswer={first.mayReply ? setAnswered : undefined} />
      <ReplyOrNot
        {...{ thread: first, answered, onAnswered: setAnswered }}
        above={<NewReplies waiting={arrivals.waiting} />}
      />
    </div>
  )
}

/**
 * The part of the thread that the address leads to. A link to a reply that is on the page fetches nothing; one to a
 * reply that is not there shows the thread and says so.
 */
function useLinkedThread(postId: PostId, replyId: ReplyId | undefined) {
  const client = useQueryClient()
  const partFor = (current: ReplyId | undefined) => ({
    replyId,
    anchor: anchorOf(client, { postId, replyId, current }),
    isMissing: false,
  })
  const [part, setPart] = useState(() => partFor(undefined))
  if (part.replyId !== replyId) setPart(partFor(part.anchor))
  const thread = useThread(postId, part.anchor)
  if (part.anchor !== undefined && isNowhere(thread.error)) {
    setPart({ replyId, anchor: undefined, isMissing: true })
  }
  return { thread, isMissing: part.isMissing }
}

type ReplyOrNotProps = {
  thread: Thread
  answered: Answered | undefined
  onAnswered: (reply: Answered | undefined) => void
  above: ReactNode
}

function ReplyOrNot({ thread, answered, onAnswered, above }: ReplyOrNotProps) {
  if (thread.mayReply && !thread.post.isLocked)
    return <ReplyBar post={thread.post} guestsRead={thread.guestsRead} {...{ answered, onAnswered, above }} />
  return (
    <div className={styles.bar}>
      {above}
      <p className={page.under}>{whyNoReply(thread)}</p>
    </div>
  )
}

function whyNoReply({ post, lock }: Thread): string {
  if (post.hidden !== null) return say('This post is hidden, so nothing can be replied to it.')
  if (post.isDeleted) return say('This post was deleted, so nothing can be replied to it.')
  if (lock !== null) {
    return say('{person} locked this thread: {reason}', { person: lock.by.name, reason: lock.reason })
  }
  return post.isLocked
    ? say('This thread is locked.')
    : say('Join {space} to reply.', { space: post.space.name })
}
