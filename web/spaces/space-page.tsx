// A space: what it is for, who is in it, and what is said in it.
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { call } from '#browser/client'
import { say } from '#browser/say'
import type { SpaceId } from '#contract/ref'
import type { Space } from '#contract/spaces'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import { FeedBar } from './feed-bar.tsx'
import { useFeedOrder } from './feed-order.tsx'
import { NewPosts } from './fresh-posts.tsx'
import { MembersDialog } from './members-dialog.tsx'
import type { SpacePageParts } from './parts.ts'
import { Pinned } from './pinned.tsx'
import { FeedList } from './post-list.tsx'
import { SpaceActions } from './space-actions.tsx'
import styles from './space-page.module.css'
import { membersOf, opennessOf } from './space-words.ts'
import { usePinned, usePostsOfSpace } from './use-feeds.ts'
import { useSpace } from './use-spaces.ts'
import { WaitingPosts } from './waiting-words.tsx'
import { WritePost } from './write-post.tsx'

const Announced = lazy(() => import('./announced.tsx').then((module) => ({ default: module.Announced })))

export function SpacePage({ id, parts }: { id: SpaceId; parts: SpacePageParts }) {
  const { data: space, error, refetch } = useSpace(id)
  return (
    <div className={page.page}>
      {space !== undefined && <OpenSpace space={space} parts={parts} />}
      {space === undefined && <PageTitle>{say('Space')}</PageTitle>}
      {space === undefined && error === null && <Skeleton lines={8} />}
      {space === undefined && error !== null && <Trouble problem={error} onRetry={refetch} />}
    </div>
  )
}

function OpenSpace({ space, parts }: { space: Space; parts: SpacePageParts }) {
  return (
    <>
      <Header space={space} parts={parts} />
      {space.may.post && <WritePost space={space} />}
      <WaitingPosts spaceId={space.id} />
      {space.may.read ? (
        <Posts space={space} />
      ) : (
        <EmptyState
          sentence={say('What is said in {space} is read by its members. Ask one of them to invite you.', {
            space: space.name,
          })}
        />
      )}
    </>
  )
}

function Header({ space, parts }: { space: Space; parts: SpacePageParts }) {
  const [showsMembers, setShowsMembers] = useState(false)
  return (
    <header className={page.top}>
      <div>
        <PageTitle>{space.name}</PageTitle>
        {space.purpose && <p className={page.under}>{space.purpose}</p>}
        <p className={styles.facts}>
          <span>{opennessOf(space)}</span>
          {space.isPorous && <span>{say('Porous: guests may be invited')}</span>}
          {space.may.read && (
            <button type="button" className={styles.members} onClick={() => setShowsMembers(true)}>
              {membersOf(space.memberCount)}
            </button>
          )}
          {space.may.read && (
            <Link to="/spaces/$id/files" params={{ id: space.id }} className={styles.link}>
              {say('Files')}
            </Link>
          )}
        </p>
      </div>
      <SpaceActions space={space} parts={parts} />
      <MembersDialog space={space} isOpen={showsMembers} onClose={() => setShowsMembers(false)} />
    </header>
  )
}

function Posts({ space }: { space: Space }) {
  const order = useFeedOrder()
  const feed = usePostsOfSpace(space.id, order)
  const sentence = space.may.post
    ? say('Nothing has been said here yet. Be the first.')
    : say('Nothing has been said here yet. Join to say something.')
  // Together with the posts, so that nothing is pushed down when the pins come.
  const pinned = usePinned(space.id)
  const pins = pinned.data?.items ?? []
  if (pinned.isPending) return <Skeleton lines={8} />
  return (
    <>
      <Suspense>
        <Announced spaceId={space.id} />
      </Suspense>
      <Pinned posts={pins} />
      <FeedBar feed={feed} order={order} hasNew={space.hasNew} spaceId={space.id} />
      <div>
        <NewPosts
          {...{ feed, order }}
          topics={{ spaceId: space.id }}
          look={() => call('spaces', 'listPosts', { spaceId: space.id, order })}
          isFollowed={space.youFollow}
        />
        <FeedList
          {...{ feed, empty: <EmptyState sentence={sentence} /> }}
          home={space.id}
          without={new Set(pins.map(({ id }) => id))}
        />
      </div>
    </>
  )
}
