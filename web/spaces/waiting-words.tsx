// What one said without a line, where it will stand: it can be answered and reacted to before it is sent.
import { type ReactNode, useState } from 'react'
import { type Act, waitingId } from '#browser/offline/acts'
import { say, sayAs } from '#browser/say'
import { useMe } from '#browser/session'
import { useWaiting } from '#browser/waiting'
import type { PostId, ReplyId } from '#contract/ref'
import { Avatar } from '#ui/avatar'
import { Button } from '#ui/button'
import { PersonName } from '#ui/person-name'
import { When } from '#ui/when'
import { Words } from '#ui/words'
import { Composer } from './composer.tsx'
import { Reactions } from './reactions.tsx'
import { type Answered, useSendReply } from './use-send-reply.ts'
import { postsWaiting, reactionsWaiting, repliesWaiting } from './waiting-acts.ts'
import styles from './waiting-words.module.css'

/** Stands below the replies of a thread. */
export function WaitingReplies(props: { postId: PostId; onAnswer: ((reply: Answered) => void) | undefined }) {
  const { acts } = useWaiting()
  const me = useMe()
  const { postId, onAnswer } = props
  const replies = repliesWaiting(acts, postId)
  if (replies.length === 0) return null
  return (
    <ul className={styles.list} aria-label={say('Your replies that wait')}>
      {replies.map((act) => (
        <Waiting
          key={act.id}
          act={act}
          onAnswer={onAnswer && (() => onAnswer({ id: waitingId(act.id) as ReplyId, author: me.person }))}
        />
      ))}
    </ul>
  )
}

/** Stands above the posts of a space. */
export function WaitingPosts({ spaceId }: { spaceId: string }) {
  const { acts } = useWaiting()
  const posts = postsWaiting(acts, spaceId)
  if (posts.length === 0) return null
  return (
    <ul className={styles.list} aria-label={say('Your posts that wait')}>
      {posts.map((act) => (
        <WaitingPost key={act.id} act={act} />
      ))}
    </ul>
  )
}

function WaitingPost({ act }: { act: Act }) {
  const [isAnswering, setIsAnswering] = useState(false)
  const postId = waitingId(act.id) as PostId
  const draftKey = `reply:${postId}`
  const title = typeof act.input.title === 'string' ? act.input.title : say('your post')
  const send = useSendReply({ postId, title, answered: undefined, draftKey })
  return (
    <Waiting act={act} onAnswer={() => setIsAnswering(true)}>
      <WaitingReplies postId={postId} onAnswer={undefined} />
      {isAnswering && (
        <Composer
          label={say('Your reply to your post')}
          submitLabel={sayAs('verb', 'Reply')}
          draftKey={draftKey}
          onSubmit={(body, fileIds) => send({ body, fileIds }).then(() => setIsAnswering(false))}
          onCancel={() => setIsAnswering(false)}
          startsFocused
        />
      )}
    </Waiting>
  )
}

type WaitingProps = { act: Act; onAnswer: (() => void) | undefined; children?: ReactNode }

function Waiting({ act, onAnswer, children }: WaitingProps) {
  const { acts, sendingId } = useWaiting()
  const me = useMe()
  const { body, title } = act.input
  const said = { id: waitingId(act.id) as ReplyId, reactions: reactionsWaiting(acts, act.id) }
  return (
    <li className={styles.waiting} data-stuck={act.state !== 'waits' || undefined}>
      <header className={styles.who}>
        <Avatar person={me.person} />
        <div>
          <PersonName person={me.person} />
          <span className={styles.when}>
            <When at={act.at} /> · {standingOf(act, sendingId)}
          </span>
        </div>
      </header>
      {typeof title === 'string' && <p className={styles.title}>{title}</p>}
      <Words markdown={String(body)} />
      {act.state === 'waits' && (
        <footer className={styles.foot}>
          <Reactions said={said} />
          {onAnswer && (
            <Button kind="quiet" onClick={onAnswer} aria-label={say('Reply to what waits')}>
              {sayAs('verb', 'Reply')}
            </Button>
          )}
        </footer>
      )}
      {children}
    </li>
  )
}

function standingOf({ id, state, refusal }: Act, sendingId: string | undefined): string {
  if (state !== 'waits') {
    return refusal === null
      ? say('not sent: it may have arrived already.')
      : say('not sent: {why}', { why: refusal.detail })
  }
  return id === sendingId
    ? sayAs('what one wrote', 'on its way')
    : sayAs('what one wrote', 'waits for a connection')
}
