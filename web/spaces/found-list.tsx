// Everything a question finds, page after page.
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { type Answer, call } from '#browser/client'
import { say, sayAs, sayWith } from '#browser/say'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { Skeleton } from '#ui/skeleton'
import { Spoken } from '#ui/spoken'
import { Trouble } from '#ui/trouble'
import { FoundPeople, FoundWords } from './found.tsx'
import { operatorsIn } from './operators.ts'
import styles from './search-page.module.css'
import { useLookUp } from './use-look-up.ts'

type Page = Answer<'spaces', 'search'>

export function FoundList({ query }: { query: string }) {
  const pages = useInfiniteQuery({
    queryKey: ['spaces', 'search', query],
    queryFn: ({ pageParam }) =>
      call('spaces', 'search', { query, ...(pageParam !== undefined && { cursor: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
  const isNarrowed = operatorsIn(query).length > 0
  const people = useLookUp(isNarrowed ? '' : query)
  const foundPeople = isNarrowed ? [] : (people.data?.people ?? [])
  const first = pages.data?.pages[0]
  const found = pages.data?.pages.flatMap((page) => page.items)
  if (found === undefined || first === undefined) {
    return pages.error === null ? (
      <Skeleton lines={8} />
    ) : (
      <Trouble problem={pages.error} onRetry={pages.refetch} />
    )
  }
  const isSettled = !pages.isPlaceholderData && !people.isFetching
  return (
    <div className={styles.results} aria-busy={pages.isFetching && !pages.isFetchingNextPage}>
      <p role="status" className={styles.told}>
        <Spoken>{isSettled && told(foundPeople.length, found.length, pages.hasNextPage)}</Spoken>
      </p>
      <Understood page={first} />
      <FoundPeople people={foundPeople} />
      <FoundWords
        found={found}
        title={
          first.order === 'newest'
            ? say('Said, the newest first')
            : sayAs('heading over the posts and replies that were found', 'Said')
        }
      />
      {pages.hasNextPage && (
        <More isBusy={pages.isFetchingNextPage} onReach={() => void pages.fetchNextPage()} />
      )}
      {pages.isFetchNextPageError && <Trouble problem={pages.error} onRetry={pages.fetchNextPage} />}
      {found.length === 0 && foundPeople.length === 0 && isSettled && (
        <EmptyState
          sentence={say('Nothing you may see matches “{query}”. Try fewer words, or another spelling.', {
            query,
          })}
          action={<Link to="/spaces">{say('Look through the spaces')}</Link>}
        />
      )}
    </div>
  )
}

/** What was looked for beside what was typed, and which names mean nobody here. */
function Understood({ page: { alsoFound, filters } }: { page: Page }) {
  const unknown = filters.filter(
    ({ operator, names }) => (operator === 'from' || operator === 'in') && names.length === 0,
  )
  return (
    <>
      {alsoFound.map(({ typed, found }) => (
        <p key={typed} className={styles.also}>
          {sayWith('Little is said of “{typed}”. Also found: <strong>{found}</strong>', {
            typed,
            found,
            strong: (words) => <b>{words}</b>,
          })}
        </p>
      ))}
      {unknown.map(({ operator, value }) => (
        <p key={`${operator} ${value}`} className={styles.also}>
          {operator === 'from'
            ? say('You see nobody called “{value}”.', { value })
            : say('You see no space called “{value}”.', { value })}
        </p>
      ))}
    </>
  )
}

const REACH_MARGIN = '600px'

/** Fetches the next page when it comes near, and by a press for those who do not scroll. */
function More({ isBusy, onReach }: { isBusy: boolean; onReach: () => void }) {
  const end = useRef<HTMLDivElement>(null)
  const latest = useRef(onReach)
  latest.current = onReach
  useEffect(() => {
    if (end.current === null || isBusy) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: REACH_MARGIN,
    })
    observer.observe(end.current)
    return () => observer.disconnect()
  }, [isBusy])
  return (
    <div ref={end} className={styles.more}>
      <Button disabled={isBusy} onClick={onReach}>
        {say('Show more')}
      </Button>
    </div>
  )
}

function told(people: number, words: number, isMore: boolean): string {
  return isMore
    ? say(
        '{people, plural, one {# person} other {# people}} and {words, plural, one {# post or reply} other {# posts and replies}} shown, and there is more.',
        { people, words },
      )
    : say(
        '{people, plural, one {# person} other {# people}} and {words, plural, one {# post or reply} other {# posts and replies}} found.',
        { people, words },
      )
}
