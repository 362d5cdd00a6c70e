// A topic: where it is used, who follows it, what is named beside it, and the threads that name it.
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import type { Topic } from '#contract/topics'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { PersonName } from '#ui/person-name'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import { FeedOrderChoice, useFeedOrder } from './feed-order.tsx'
import { FeedList } from './post-list.tsx'
import { SpaceLink } from './space-link.tsx'
import { TopicLink } from './topic-link.tsx'
import styles from './topic-page.module.css'
import { useFollowTopic, usePostsOfTopic, useTopic } from './use-topics.ts'

const MergeTopic = lazy(async () => ({ default: (await import('./merge-topic.tsx')).MergeTopic }))

/** From here on the server counts no further. */
const COUNTED_MAX = 1000
const FOLLOWERS_NAMED = 5
const numbers = new Intl.NumberFormat('en')

export function TopicPage() {
  const { topic: asked = '' } = useParams({ strict: false })
  const { data: topic, error, refetch } = useTopic(asked)
  return (
    <div className={page.page}>
      {topic !== undefined && <OpenTopic topic={topic} asked={asked.toLowerCase()} />}
      {topic === undefined && <PageTitle>Topic</PageTitle>}
      {topic === undefined && error === null && <Skeleton lines={8} />}
      {topic === undefined && error !== null && <Trouble problem={error} onRetry={refetch} />}
    </div>
  )
}

function OpenTopic({ topic, asked }: { topic: Topic; asked: string }) {
  const order = useFeedOrder()
  const feed = usePostsOfTopic(topic.topic, order)
  return (
    <>
      <Header topic={topic} asked={asked} />
      <Facts topic={topic} />
      {topic.postCount > 0 && <FeedOrderChoice order={order} />}
      <FeedList
        feed={feed}
        empty={
          <EmptyState
            sentence={`Nothing that you may read names #${topic.topic} yet. Write it in a post or reply, and it stands here.`}
            action={<Link to="/topics">See other topics</Link>}
          />
        }
      />
    </>
  )
}

function Header({ topic: { topic, postCount, youFollow, may }, asked }: { topic: Topic; asked: string }) {
  const follow = useFollowTopic()
  const [isMerging, setIsMerging] = useState(false)
  return (
    <header className={page.top}>
      <div>
        <PageTitle>{`#${topic}`}</PageTitle>
        <p className={page.under}>
          {asked !== topic && `#${asked} leads here. `}
          {countOf(postCount)}
        </p>
      </div>
      <div className={page.row}>
        <Button
          aria-pressed={youFollow}
          disabled={follow.isPending}
          onClick={() => follow.mutate({ topic, follows: !youFollow })}
        >
          {youFollow ? 'Following' : 'Follow'}
        </Button>
        {may.merge && (
          <Button kind="quiet" onClick={() => setIsMerging(true)}>
            Merge
          </Button>
        )}
      </div>
      {isMerging && (
        <Suspense>
          <MergeTopic topic={topic} onClose={() => setIsMerging(false)} />
        </Suspense>
      )}
    </header>
  )
}

function countOf(count: number): string {
  if (count === 0) return 'No thread that you may read.'
  if (count >= COUNTED_MAX) return `More than ${numbers.format(COUNTED_MAX - 1)} threads that you may read.`
  return count === 1 ? 'One thread that you may read.' : `${numbers.format(count)} threads that you may read.`
}

function Facts({ topic: { spaces, related, followers, followerCount, aliases } }: { topic: Topic }) {
  const named = followers.slice(0, FOLLOWERS_NAMED)
  const more = followerCount - named.length
  return (
    <dl className={styles.facts}>
      {spaces.length > 0 && (
        <div>
          <dt>Used in</dt>
          {spaces.map(({ space, postCount }) => (
            <dd key={space.id}>
              <SpaceLink space={space} /> <span className={styles.count}>{numbers.format(postCount)}</span>
            </dd>
          ))}
        </div>
      )}
      {related.length > 0 && (
        <div>
          <dt>Named beside it</dt>
          {related.map((each) => (
            <dd key={each.topic}>
              <TopicLink topic={each.topic} /> <span className={styles.count}>{each.postCount}</span>
            </dd>
          ))}
        </div>
      )}
      {named.length > 0 && (
        <div>
          <dt>Followed by</dt>
          {named.map((person) => (
            <dd key={person.id}>
              <PersonName person={person} />
            </dd>
          ))}
          {more > 0 && <dd>{numbers.format(more)} more</dd>}
        </div>
      )}
      {aliases.length > 0 && (
        <div>
          <dt>Also written</dt>
          {aliases.map((alias) => (
            <dd key={alias}>#{alias}</dd>
          ))}
        </div>
      )}
    </dl>
  )
}
