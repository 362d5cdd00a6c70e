// The replies of a thread in the order of time, with earlier and later ones on request.
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { ReplyId } from '#contract/ref'
import type { Reply } from '#contract/said'
import { Button } from '#ui/button'
import type { SpacesParts } from './parts.ts'
import { Said } from './said.tsx'
import styles from './thread.module.css'
import type { Standing } from './threading.ts'
import type { useThread } from './use-thread.ts'

type RepliesProps = {
  thread: ReturnType<typeof useThread>
  standings: Standing[]
  /** The reply that the address leads to. */
  replyId: ReplyId | undefined
  Reading: SpacesParts['Reading']
  onAnswer: ((reply: Reply) => void) | undefined
}

export function Replies({ thread, standings, replyId, Reading, onAnswer }: RepliesProps) {
  const count = thread.data?.pages[0]?.post.replyCount ?? 0
  return (
    <section aria-labelledby="replies">
      <h2 id="replies" className={styles.count}>
        {repliesOf(count)}
      </h2>
      {thread.hasPreviousPage && (
        <More isBusy={thread.isFetchingPreviousPage} onPress={() => thread.fetchPreviousPage()}>
          Show earlier replies
        </More>
      )}
      <ol className={styles.replies}>
        {standings.map((standing) => (
          <ReplyItem
            key={standing.reply.id}
            standing={standing}
            isLinked={standing.reply.id === replyId}
            Reading={Reading}
            onAnswer={onAnswer}
          />
        ))}
      </ol>
      {thread.hasNextPage && (
        <More isBusy={thread.isFetchingNextPage} onPress={() => thread.fetchNextPage()}>
          Show later replies
        </More>
      )}
    </section>
  )
}

type ReplyItemProps = { standing: Standing; isLinked: boolean } & Pick<RepliesProps, 'Reading' | 'onAnswer'>

function ReplyItem({ standing: { reply, isSetIn, answers }, isLinked, Reading, onAnswer }: ReplyItemProps) {
  const item = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (!isLinked) return
    item.current?.scrollIntoView({ block: 'center' })
    item.current?.focus({ preventScroll: true })
  }, [isLinked])
  return (
    <li
      ref={item}
      className={styles.reply}
      tabIndex={-1}
      data-set-in={isSetIn || undefined}
      aria-current={isLinked || undefined}
    >
      <Said
        said={reply}
        Reading={Reading}
        size="plain"
        where={<Where reply={reply} answers={answers} />}
        onAnswer={onAnswer && (() => onAnswer(reply))}
      />
    </li>
  )
}

/** Leads to the reply itself, and to the one that it answers. */
function Where({ reply, answers }: { reply: Reply; answers: Reply | undefined }) {
  return (
    <>
      {reply.answersId !== null && (
        <span>
          <Link to="/threads/$postId/$replyId" params={{ postId: reply.postId, replyId: reply.answersId }}>
            answers {answers?.author.name ?? 'an earlier reply'}
          </Link>
        </span>
      )}
      <span>
        <Link
          to="/threads/$postId/$replyId"
          params={{ postId: reply.postId, replyId: reply.id }}
          aria-label={`Link to this reply of ${reply.author.name}`}
        >
          link
        </Link>
      </span>
    </>
  )
}

function More({ isBusy, onPress, children }: { isBusy: boolean; onPress: () => void; children: string }) {
  return (
    <div className={styles.more}>
      <Button kind="plain" disabled={isBusy} onClick={onPress}>
        {isBusy ? 'Loading …' : children}
      </Button>
    </div>
  )
}

function repliesOf(count: number): string {
  if (count === 0) return 'No reply yet'
  return count === 1 ? '1 reply' : `${new Intl.NumberFormat('en').format(count)} replies`
}
