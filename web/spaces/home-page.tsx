// Home: threads of the spaces and people you follow, the newest activity first.
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { call } from '#browser/client'
import { say } from '#browser/say'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import styles from '../ui/page.module.css'
import { FeedBar } from './feed-bar.tsx'
import { useFeedOrder } from './feed-order.tsx'
import { NewPosts } from './fresh-posts.tsx'
import home from './home-page.module.css'
import { HomeTabs } from './home-tabs.tsx'
import { FeedList } from './post-list.tsx'
import { useHomeFeed } from './use-feeds.ts'
import { useHasAnnouncement, useNews } from './use-news.ts'

const Announced = lazy(() => import('./announced.tsx').then((module) => ({ default: module.Announced })))
const HOME = { home: 'yes' } as const

export function HomePage() {
  const order = useFeedOrder()
  const feed = useHomeFeed(order)
  const hasNew = useNews()
  const hasAnnouncement = useHasAnnouncement()
  return (
    <div className={styles.page}>
      <header className={styles.top}>
        <div>
          <PageTitle>{say('Home')}</PageTitle>
          <p className={styles.under}>
            {say('What was said in the spaces you are in and by the people you follow.')}
          </p>
        </div>
        <Link to="/ask" className={home.ask}>
          {say('Ask a question')}
        </Link>
      </header>
      {hasAnnouncement && (
        <Suspense>
          <Announced />
        </Suspense>
      )}
      <HomeTabs />
      <FeedBar feed={feed} order={order} hasNew={hasNew} />
      <div>
        <NewPosts
          {...{ feed, order }}
          topics={HOME}
          look={() => call('spaces', 'getFeed', { order })}
          isFollowed
        />
        <FeedList
          feed={feed}
          empty={
            <EmptyState
              sentence={say(
                'Here you will find what is said in the spaces you join and by the people you follow.',
              )}
              action={<Link to="/spaces">{say('Find a space to join')}</Link>}
            />
          }
        />
      </div>
    </div>
  )
}
