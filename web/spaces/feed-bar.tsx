// What stands over a list of posts: the order of it, and a press that marks all of it as seen.
import { useDeferredValue } from 'react'
import { say } from '#browser/say'
import type { SpaceId } from '#contract/ref'
import type { FeedOrder } from '#contract/spaces'
import { Button } from '#ui/button'
import styles from './feed-order.module.css'
import { FeedOrderChoice } from './feed-order.tsx'
import type { Feed } from './use-feeds.ts'
import { useMarkAllSeen } from './use-mark-all-seen.ts'
import { isLaterThan } from './visit.ts'

type FeedBarProps = {
  feed: Feed
  order: FeedOrder
  /** Whether anything is new, also further down than the list has been loaded. */
  hasNew: boolean
  /** Missing at home, which is everything. */
  spaceId?: SpaceId
}

export function FeedBar({ feed, order, hasNew, spaceId }: FeedBarProps) {
  const markAllSeen = useMarkAllSeen()
  // Together with the list below it, which it would push down if it came before.
  const data = useDeferredValue(feed.data)
  const posts = data?.pages.flatMap((page) => page.items) ?? []
  if (posts.length === 0) return null
  const isAnyNew = hasNew || posts.some((post) => post.isNew || post.newCount > 0)
  // Until what is shown; what came since then has not been seen.
  const newest = posts
    .map(({ lastAt }) => lastAt)
    .reduce((one, other) => (isLaterThan(other, one) ? other : one))
  const at = order === 'activity' ? newest : undefined
  return (
    <div className={styles.bar}>
      <FeedOrderChoice order={order} />
      {isAnyNew && (
        <Button kind="quiet" onClick={() => markAllSeen({ spaceId, at })}>
          {say('Mark all as seen')}
        </Button>
      )}
    </div>
  )
}
