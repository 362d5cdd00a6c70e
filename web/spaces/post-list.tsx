// A list of posts, and the ones before them on request.
import { type ReactNode, useDeferredValue, useRef } from 'react'
import { say } from '#browser/say'
import type { PersonId, PostId, SpaceId } from '#contract/ref'
import { EmptyState } from '#ui/empty-state'
import { ShowMore } from '#ui/show-more'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import { PostCard } from './post-card.tsx'
import styles from './post-list.module.css'
import { type Feed, usePostsOfPerson } from './use-feeds.ts'
import { useReturn } from './use-landing.ts'
import { useSave } from './use-saved.ts'
import { useSteps } from './use-steps.ts'

/** What one person posted, as far as the reader may see it; for the page of that person. */
export function PostList({ personId }: { personId: PersonId }) {
  const feed = usePostsOfPerson(personId)
  return (
    <FeedList feed={feed} empty={<EmptyState sentence={say('Nothing posted yet that you can read.')} />} />
  )
}

type FeedListProps = {
  feed: Feed
  empty: ReactNode
  /** The space whose page this is: posts of their own do not say that they stand in it. */
  home?: SpaceId
  /** Posts that stand elsewhere on the page already. */
  without?: ReadonlySet<PostId>
}

export function FeedList({ feed, empty, home, without }: FeedListProps) {
  const list = useRef<HTMLUListElement>(null)
  const save = useSave()
  // Many cards at once take a slow phone long; deferred, they are made in slices.
  const data = useDeferredValue(feed.data)
  useReturn({ isReady: data !== undefined })
  const onSave = (id: string) => {
    const post = data?.pages.flatMap((page) => page.items).find((each) => each.id === id)
    if (post !== undefined && !post.isDeleted) save(post)
  }
  useSteps(list, { what: 'posts', onSave })
  if (data === undefined) {
    return feed.error === null ? <ListSkeleton /> : <Trouble problem={feed.error} onRetry={feed.refetch} />
  }
  // The newest activity moves a thread up, so a thread may stand on two pages that were fetched at two times.
  const posts = new Map(data.pages.flatMap((page) => page.items.map((post) => [post.id, post])))
  if (posts.size === 0) return empty
  return (
    <>
      <ul ref={list} className={styles.list}>
        {[...posts.values()]
          .filter(({ id }) => !without?.has(id))
          .map((post) => (
            <li key={post.id} data-step={post.id}>
              <PostCard post={post} place={post.space.id === home ? 'known' : 'shown'} />
            </li>
          ))}
      </ul>
      {feed.hasNextPage && (
        <div className={styles.more}>
          <ShowMore of={feed} words={say('Show earlier')} />
        </div>
      )}
    </>
  )
}

function ListSkeleton() {
  return (
    <div className={styles.list}>
      {['first', 'second', 'third'].map((each) => (
        <div key={each} className={styles.waiting}>
          <Skeleton lines={4} />
        </div>
      ))}
    </div>
  )
}
