// The replies of a thread in the order of time, with earlier and later ones on request.
import { Link } from '@tanstack/react-router'
import { type ReactNode, type RefObject, useRef } from 'react'
import { say, sayAs } from '#browser/say'
import { useMe } from '#browser/session'
import type { PostId, ReplyId } from '#contract/ref'
import type { Reply } from '#contract/said'
import { Button } from '#ui/button'
import { NewMark } from '#ui/fresh-mark'
import type { MenuItem } from '#ui/menu'
import { MutedReply } from './muted-reply.tsx'
import type { SpacesParts } from './parts.ts'
import { cappedCount, repliesOf } from './post-words.ts'
import { Said } from './said.tsx'
import styles from './thread.module.css'
import type { Standing } from './threading.ts'
import { useHeldPlace, useLanding } from './use-landing.ts'
import { useSave } from './use-saved.ts'
import { useShown } from './use-seen.ts'
import { useSteps } from './use-steps.ts'
import type { useThread } from './use-thread.ts'
import { isNewReply, type Visit } from './visit.ts'

type RepliesProps = {
  thread: ReturnType<typeof useThread>
  standings: Standing[]
  /** The reply that the address leads to. */
  replyId: ReplyId | undefined
  /** What was new when the thread was opened. */
  visit: Visit
  /** Replies that came just now, and stand out for a moment. */
  freshIds: ReadonlySet<string>
  /** Is told the time of every reply that came into view. */
  onShown: (at: string) => void
  Reading: SpacesParts['Reading']
  /** What else may be done with a reply. */
  deedsOf: (reply: Reply) => MenuItem[]
  /** What a reply is in its thread, as the answer to a question is. */
  markOf: (reply: Reply) => ReactNode
  onAnswer: ((reply: Reply) => void) | undefined
}

export function Replies(props: RepliesProps) {
  const { thread, standings, replyId, visit, freshIds, onShown, Reading, deedsOf, markOf, onAnswer } = props
  const list = useRef<HTMLOListElement>(null)
  const section = useRef<HTMLElement>(null)
  const me = useMe()
  const post = thread.data?.pages[0]?.post
  useShown(list, { count: standings.length, onShown })
  useHeldPlace(list, standings[0]?.reply.id)
  useSaveByKey(section, standings)
  return (
    <section ref={section} aria-labelledby="replies">
      <div className={styles.over}>
        <h2 id="replies" className={styles.count}>
          {repliesOf(post?.replyCount ?? 0)}
        </h2>
        {post !== undefined && <JumpToNew postId={post.id} visit={visit} />}
      </div>
      {thread.hasPreviousPage && (
        <More isBusy={thread.isFetchingPreviousPage} onPress={() => thread.fetchPreviousPage()}>
          {say('Show earlier replies')}
        </More>
      )}
      <ol ref={list} className={styles.replies}>
        {standings.map((standing) => (
          <ReplyItem
            key={standing.reply.id}
            standing={standing}
            isLinked={standing.reply.id === replyId}
            isFirstNew={standing.reply.id === visit.firstNewId}
            isFresh={freshIds.has(standing.reply.id)}
            isNew={isNewReply(standing.reply, visit, me.person.id)}
            Reading={Reading}
            deedsOf={deedsOf}
            markOf={markOf}
            onAnswer={onAnswer}
          />
        ))}
      </ol>
      {thread.hasNextPage && (
        <More isBusy={thread.isFetchingNextPage} onPress={() => thread.fetchNextPage()}>
          {say('Show later replies')}
        </More>
      )}
    </section>
  )
}

/** Leads to the first new reply, whichever page it is on. */
function JumpToNew({ postId, visit: { firstNewId, newCount } }: { postId: PostId; visit: Visit }) {
  if (firstNewId === null) return null
  return (
    <Link to="/threads/$postId/$replyId" params={{ postId, replyId: firstNewId }} className={styles.jump}>
      <NewMark words={say('{count} new since your last visit', { count: cappedCount(newCount) })} />
    </Link>
  )
}

function useSaveByKey(list: RefObject<HTMLElement | null>, standings: Standing[]): void {
  const save = useSave()
  const onSave = (id: string) => {
    const said = standings.find(({ reply }) => reply.id === id)?.reply
    if (said !== undefined && !said.isDeleted) save(said)
  }
  useSteps(list, { what: 'replies', onSave })
}

type ReplyItemProps = {
  standing: Standing
  isLinked: boolean
  isFirstNew: boolean
  isFresh: boolean
  isNew: boolean
} & Pick<RepliesProps, 'Reading' | 'deedsOf' | 'markOf' | 'onAnswer'>

function ReplyItem(props: ReplyItemProps) {
  const { standing, isLinked, isFirstNew, isFresh, isNew, Reading, deedsOf, markOf, onAnswer } = props
  const { reply, isSetIn, answers } = standing
  const item = useRef<HTMLLIElement>(null)
  useLanding(item, { isLinked })
  return (
    <li
      ref={item}
      className={styles.reply}
      tabIndex={-1}
      data-set-in={isSetIn || undefined}
      data-fresh={isFresh || undefined}
      data-at={reply.at}
      data-step={reply.id}
      aria-current={isLinked || undefined}
    >
      {isFirstNew && <p className={styles.divider}>{say('New since your last visit')}</p>}
      <MutedReply reply={reply}>
        <Said
          said={reply}
          Reading={Reading}
          size="plain"
          where={<Where reply={reply} answers={answers} isNew={isNew} mark={markOf(reply)} />}
          onAnswer={onAnswer && (() => onAnswer(reply))}
          deeds={deedsOf(reply)}
        />
      </MutedReply>
    </li>
  )
}

type WhereProps = { reply: Reply; answers: Reply | undefined; isNew: boolean; mark: ReactNode }

/** Leads to the reply itself, and to the one that it answers. */
function Where({ reply, answers, isNew, mark }: WhereProps) {
  return (
    <>
      {mark}
      {isNew && <NewMark words={sayAs('since the last visit', 'New')} />}
      {reply.answersId !== null && (
        <span>
          <Link to="/threads/$postId/$replyId" params={{ postId: reply.postId, replyId: reply.answersId }}>
            {answers === undefined
              ? say('answers an earlier reply')
              : say('answers {author}', { author: answers.author.name })}
          </Link>
        </span>
      )}
      <span>
        <Link
          to="/threads/$postId/$replyId"
          params={{ postId: reply.postId, replyId: reply.id }}
          aria-label={say('Link to this reply of {author}', { author: reply.author.name })}
        >
          {sayAs('the address of a reply', 'link')}
        </Link>
      </span>
    </>
  )
}

function More({ isBusy, onPress, children }: { isBusy: boolean; onPress: () => void; children: string }) {
  return (
    <div className={styles.more}>
      <Button kind="plain" disabled={isBusy} onClick={onPress}>
        {isBusy ? say('Loading …') : children}
      </Button>
    </div>
  )
}
