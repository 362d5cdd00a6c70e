// The post that a thread starts with, where it carried on, and whether one follows it.
import { Link } from '@tanstack/react-router'
import { CircleHelp, Lock, Pin } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { sentenceOf } from '#browser/problem'
import { say, sayAs, sayWith } from '#browser/say'
import type { Post, Thread } from '#contract/said'
import { Button } from '#ui/button'
import { PageTitle } from '#ui/page-title'
import { useToast } from '#ui/toast'
import { When } from '#ui/when'
import page from '../ui/page.module.css'
import type { SpacesParts } from './parts.ts'
import { Said } from './said.tsx'
import { SpaceLink } from './space-link.tsx'
import styles from './thread.module.css'
import { usePin } from './use-pin.ts'
import { useFollowThread } from './use-thread.ts'

const AnnouncementMark = lazy(() =>
  import('./announcement-mark.tsx').then((module) => ({ default: module.AnnouncementMark })),
)

const ShareDialog = lazy(() =>
  import('./share-dialog.tsx').then((module) => ({ default: module.ShareDialog })),
)

type ThreadHeadProps = {
  thread: Thread
  parts: Pick<SpacesParts, 'Reading' | 'ThreadBell'>
  deadlines: ReturnType<SpacesParts['useDeadlines']>
}

export function ThreadHead({ thread, parts: { Reading, ThreadBell }, deadlines }: ThreadHeadProps) {
  const { post } = thread
  const follow = useFollow(thread)
  const pin = usePin()
  const [isSharing, setIsSharing] = useState(false)
  const deeds = [
    { label: thread.youFollow ? say('Stop following') : say('Follow the thread'), act: follow },
    { label: say('Share into another space'), act: () => setIsSharing(true) },
    ...(post.may.pin
      ? [
          {
            label: post.isPinned ? sayAs('a post', 'Unpin') : say('Pin on top of the space'),
            act: () => pin(post),
          },
        ]
      : []),
    ...deadlines.deedsOf(post),
  ]
  return (
    <>
      <header className={page.top}>
        <div className={styles.heading}>
          <Above post={post} />
          <PageTitle>
            {post.title ?? say('{author} in {space}', { author: post.author.name, space: post.space.name })}
          </PageTitle>
        </div>
        <div className={page.row}>
          <ThreadBell postId={post.id} />
          <FollowButton thread={thread} onPress={follow} />
        </div>
      </header>
      {deadlines.banner}
      <article className={styles.post} aria-label={say('What {author} posted', { author: post.author.name })}>
        <Said said={post} Reading={Reading} size="reading" where={null} onAnswer={undefined} deeds={deeds} />
      </article>
      <CarriedOn thread={thread} />
      {isSharing && (
        <Suspense>
          <ShareDialog post={post} onClose={() => setIsSharing(false)} />
        </Suspense>
      )}
    </>
  )
}

/** Where the post stands, and what it is beside a note. */
function Above({ post }: { post: Post }) {
  return (
    <p className={styles.above}>
      <SpaceLink space={post.space} />
      <AlsoIn post={post} />
      {post.isPinned && (
        <span className={styles.pinned}>
          <Pin aria-hidden strokeWidth={1.75} />
          {sayAs('on top of the space', 'Pinned')}
        </span>
      )}
      {post.isLocked && (
        <span className={styles.pinned}>
          <Lock aria-hidden strokeWidth={1.75} />
          {sayAs('a thread', 'Locked')}
        </span>
      )}
      {post.isAnnouncement && (
        <Suspense>
          <AnnouncementMark post={post} />
        </Suspense>
      )}
      {post.kind === 'question' && (
        <span className={styles.kind}>
          <CircleHelp aria-hidden strokeWidth={1.75} />
          {sayAs('a kind of post', 'Question')}
        </span>
      )}
    </p>
  )
}

/** Other spaces in whose lists the thread stands; what is said here is said in its own. */
function AlsoIn({ post: { alsoIn } }: { post: Post }) {
  if (alsoIn.length === 0) return null
  return (
    <span>
      {sayWith('also in {spaces}', {
        spaces: (
          <>
            {alsoIn.map((space, index) => (
              <span key={space.id}>
                {index > 0 && ', '}
                <SpaceLink space={space} />
              </span>
            ))}
          </>
        ),
      })}
    </span>
  )
}

function useFollow({ post, youFollow }: Thread): () => void {
  const follow = useFollowThread(post.id)
  const toast = useToast()
  return () => follow.mutate(!youFollow, { onError: (error) => toast({ sentence: sentenceOf(error) }) })
}

function FollowButton({ thread, onPress }: { thread: Thread; onPress: () => void }) {
  return (
    <Button aria-pressed={thread.youFollow} onClick={onPress}>
      {thread.youFollow ? sayAs('you do', 'Following') : sayAs('verb', 'Follow')}
    </Button>
  )
}

/** A mail thread that was answered to other people became a thread of its own; each leads to the other. */
function CarriedOn({ thread: { carriedOn } }: { thread: Thread }) {
  if (carriedOn.length === 0) return null
  return (
    <section className={styles.carried} aria-label={say('Carried on elsewhere')}>
      <p>{say('This also carried on among others:')}</p>
      <ul>
        {carriedOn.map(({ postId, title, space, at }) => (
          <li key={postId}>
            {sayWith('<thread>{title}</thread> in {space}, {when}', {
              thread: (words) => (
                <Link to="/threads/$postId" params={{ postId }}>
                  {words}
                </Link>
              ),
              title: title ?? say('A thread'),
              space: space.name,
              when: <When at={at} />,
            })}
          </li>
        ))}
      </ul>
    </section>
  )
}
