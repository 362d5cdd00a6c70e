// The topics one follows, those named most of late, and, for stewards, those that were merged.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { say, sayAs, sayWith } from '#browser/say'
import { useMe } from '#browser/session'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { ShowMore } from '#ui/show-more'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import rows from './space-row.module.css'
import list from './spaces-page.module.css'
import { useMergedTopics, useTopics, useUnmergeTopic } from './use-topics.ts'

export function TopicsPage() {
  const { data, error, refetch } = useTopics()
  const isSteward = useMe().roles.includes('steward')
  return (
    <div className={page.page}>
      <header>
        <PageTitle>{say('Topics')}</PageTitle>
        <p className={page.under}>{say('Words with a # lead to everything that names them.')}</p>
      </header>
      {data === undefined && error === null && <Skeleton lines={8} />}
      {data === undefined && error !== null && <Trouble problem={error} onRetry={refetch} />}
      {data !== undefined && data.followed.length === 0 && data.lately.length === 0 && (
        <EmptyState
          sentence={say(
            'No topic was named yet. Write #scrap in a post, and everything that names it stands together.',
          )}
          action={<Link to="/spaces">{say('Find a space to write in')}</Link>}
        />
      )}
      {data !== undefined && data.followed.length > 0 && (
        <Part title={say('You follow')}>
          {data.followed.map((topic) => (
            <Row key={topic} topic={topic} />
          ))}
        </Part>
      )}
      {data !== undefined && data.lately.length > 0 && (
        <Part title={say('Named most in the last 30 days')}>
          {data.lately.map(({ topic, saidCount }) => (
            <Row key={topic} topic={topic} fact={timesOf(saidCount)} />
          ))}
        </Part>
      )}
      {isSteward && <Merged />}
    </div>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className={list.title}>{title}</h2>
      <ul className={list.list}>{children}</ul>
    </section>
  )
}

function Row({ topic, fact }: { topic: string; fact?: string }) {
  return (
    <li className={rows.row}>
      <div className={rows.text}>
        <Link to="/topics/$topic" params={{ topic }} className={rows.name}>
          #{topic}
        </Link>
        {fact !== undefined && <p className={rows.facts}>{fact}</p>}
      </div>
    </li>
  )
}

function timesOf(count: number): string {
  return say('{count, plural, =1 {once} other {# times}}', { count })
}

/** What stewards merged, each with the way back. */
function Merged() {
  const merged = useMergedTopics()
  const unmerge = useUnmergeTopic()
  const items = merged.data?.pages.flatMap((each) => each.items) ?? []
  if (items.length === 0) return null
  return (
    <>
      <Part title={say('Merged')}>
        {items.map(({ topic, into, by }) => (
          <li key={topic} className={rows.row}>
            <div className={rows.text}>
              <p>
                {sayWith('#{topic} leads to <way>#{into}</way>', {
                  topic,
                  into,
                  way: (words) => (
                    <Link to="/topics/$topic" params={{ topic: into }} className={rows.name}>
                      {words}
                    </Link>
                  ),
                })}
              </p>
              <p className={rows.facts}>{say('merged by {person}', { person: by.name })}</p>
            </div>
            <Button
              disabled={unmerge.isPending}
              onClick={() => unmerge.mutate(topic)}
              aria-label={say('Take back the merge of #{topic}', { topic })}
            >
              {sayAs('the merge of a topic', 'Take back')}
            </Button>
          </li>
        ))}
      </Part>
      <ShowMore of={merged} />
    </>
  )
}
