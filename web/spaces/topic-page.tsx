// A topic: where it is used, who follows it, what is named beside it, and the threads that name it.
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { LANGUAGE } from '#browser/language'
import { say, sayAs } from '#browser/say'
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
const numbers = new Intl.NumberFormat(LANGUAGE)

export function TopicPage() {
  const { topic: asked = '' } = useParams({ strict: false })
  const { data: topic, error, refetch } = useTopic(asked)
  return (
    <div className={page.page}>
      {topic !== undefined && <OpenTopic topic={topic} asked={asked.toLowerCase()} />}
      {topic === undefined && <PageTitle>{say('Topic')}</PageTitle>}
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
            sentence={say(
              'Nothing that you may read names #{topic} yet. Write it in a post or reply, and it stands here.',
              { topic: topic.topic },
            )}
            action={<Link to="/topics">{say('See other topics')}</Link>}
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
          {asked !== topic && `${say('#{asked} leads here.', { asked })} `}
          {countOf(postCount)}
        </p>
      </div>
      <div className={page.row}>
        <Button
          aria-pressed={youFollow}
          disabled={follow.isPending}
          onClick={() => follow.mutate({ topic, follows: !youFollow })}
        >
          {youFollow ? sayAs('you do', 'Following') : sayAs('verb', 'Follow')}
        </Button>
        {may.merge && (
          <Button kind="quiet" onClick={() => setIsMerging(true)}>
            {sayAs('topics', 'Merge')}
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
  if (count >= COUNTED_MAX) {
    return say('More than {count, plural, other {# threads that you may read.}}', { count: COUNTED_MAX - 1 })
  }
  return say(
    '{count, plural, =0 {No thread that you may read.} =1 {One thread that you may read.} other {# threads that you may read.}}',
    { count },
  )
}

function Facts({ topic: { spaces, related, followers, followerCount, aliases } }: { topic: Topic }) {
  const named = followers.slice(0, FOLLOWERS_NAMED)
  const more = followerCount - named.length
  return (
    <dl className={styles.facts}>
      {spaces.length > 0 && (
        <div>
          <dt>{say('Used in')}</dt>
          {spaces.map(({ space, postCount }) => (
            <dd key={space.id}>
              <SpaceLink space={space} /> <span className={styles.count}>{numbers.format(postCount)}</span>
            </dd>
          ))}
        </div>
      )}
      {related.length > 0 && (
        <div>
          <dt>{say('Named beside it')}</dt>
          {related.map((each) => (
            <dd key={each.topic}>
              <TopicLink topic={each.topic} /> <span className={styles.count}>{each.postCount}</span>
            </dd>
          ))}
        </div>
      )}
      {named.length > 0 && (
        <div>
          <dt>{say('Followed by')}</dt>
          {named.map((person) => (
            <dd key={person.id}>
              <PersonName person={person} />
            </dd>
          ))}
          {more > 0 && <dd>{say('{count, plural, other {# more}}', { count: more })}</dd>}
        </div>
      )}
      {aliases.length > 0 && (
        <div>
          <dt>{say('Also written')}</dt>
          {aliases.map((alias) => (
            <dd key={alias}>#{alias}</dd>
          ))}
        </div>
      )}
    </dl>
  )
}
