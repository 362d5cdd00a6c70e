// What somebody answered, on their profile: what helped most first, as far as the reader may read it.
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '#browser/client'
import { say, sayWith } from '#browser/say'
import type { LibraryItem } from '#contract/library'
import type { PersonRef } from '#contract/ref'
import { ShowMore } from '#ui/show-more'
import { Skeleton } from '#ui/skeleton'
import { ThreadLink } from '#ui/thread-link'
import { Trouble } from '#ui/trouble'
import { When } from '#ui/when'
import styles from './answers-of.module.css'
import { dayOf } from './days.ts'

const SHOWN_FIRST = 5

export function AnswersOf({ person }: { person: PersonRef }) {
  const list = useInfiniteQuery({
    queryKey: ['answers', 'list-answers-of', person.id],
    queryFn: ({ pageParam }) =>
      call('answers', 'listAnswersOf', {
        personId: person.id,
        limit: SHOWN_FIRST,
        ...(pageParam !== undefined && { cursor: pageParam }),
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
  if (list.data === undefined) {
    return list.error === null ? (
      <Skeleton lines={2} />
    ) : (
      <Trouble problem={list.error} onRetry={list.refetch} />
    )
  }
  const items = list.data.pages.flatMap((page) => page.items)
  if (items.length === 0)
    return <p className={styles.none}>{say('Nothing taken for an answer yet that you can read.')}</p>
  return (
    <div className={styles.answers}>
      <ul className={styles.list} aria-label={say('Answers by {name}', { name: person.name })}>
        {items.map((item) => (
          <li key={item.postId}>
            <Answered item={item} />
          </li>
        ))}
      </ul>
      <div className={styles.more}>
        <ShowMore of={list} />
        <Link to="/answers" search={{ by: person.id, shelf: 'latest' }} className={styles.way}>
          {say('All answers by {name}', { name: person.name })}
        </Link>
      </div>
    </div>
  )
}

function Answered({ item }: { item: LibraryItem }) {
  const { postId, line, space, answer, state, reviewOn, reuseCount } = item
  return (
    <>
      <ThreadLink to={{ postId, replyId: answer?.replyId ?? null }} className={styles.line}>
        {line}
      </ThreadLink>
      <p className={styles.facts}>
        {reuseCount !== null && (
          <b className={styles.helped}>
            {say('Helped {count, plural, other {# people}} without asking', { count: reuseCount })}
          </b>
        )}
        {state === 'out-of-date' && reviewOn !== null && (
          <b className={styles.stale}>{say('Out of date since {day}', { day: dayOf(reviewOn) })}</b>
        )}
        <span>{space.name}</span>
        {answer !== null && <span>{sayWith('answered {when}', { when: <When at={answer.at} /> })}</span>}
      </p>
    </>
  )
}
