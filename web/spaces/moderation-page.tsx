// What was reported and waits for one, what was decided, and what came of one's own.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { call } from '#browser/client'
import { codeOf } from '#browser/problem'
import { say, sayAs } from '#browser/say'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { ShowMore } from '#ui/show-more'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import page from '../ui/page.module.css'
import styles from './moderation.module.css'
import { CaseItem } from './moderation-case.tsx'
import { OwnCases } from './moderation-own.tsx'
import { ModerationWays } from './moderation-ways.tsx'
import { useCaseKeys } from './use-case-keys.ts'

type Which = 'waiting' | 'decided'

export function ModerationPage() {
  const [which, setWhich] = useState<Which>('waiting')
  return (
    <div className={page.page}>
      <header>
        <PageTitle>{say('Moderation')}</PageTitle>
        <p className={page.under}>{say('What was reported, who decides on it, and what came of it.')}</p>
      </header>
      <ModerationWays />
      <Cases which={which} onSwitch={() => setWhich(which === 'waiting' ? 'decided' : 'waiting')} />
      <OwnCases />
    </div>
  )
}

function useCases(which: Which) {
  return useInfiniteQuery({
    queryKey: ['spaces', 'list-cases', which],
    queryFn: ({ pageParam }) =>
      call('spaces', 'listCases', { which, ...(pageParam !== undefined && { cursor: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (answer) => answer.nextCursor ?? undefined,
  })
}

/** Who judges nothing sees what is theirs, and no more; that is no trouble. */
function Cases({ which, onSwitch }: { which: Which; onSwitch: () => void }) {
  const cases = useCases(which)
  const list = useRef<HTMLUListElement>(null)
  const items = cases.data?.pages.flatMap((each) => each.items)
  useCaseKeys(list, items ?? [])
  if (codeOf(cases.error) === 'moderators-only') {
    return (
      <p className={page.under}>
        {say('Keepers of a space judge what is reported in it, and stewards what reaches them.')}
      </p>
    )
  }
  return (
    <section aria-labelledby="cases" className={styles.form}>
      <div className={styles.row}>
        <h2 id="cases">
          {which === 'waiting' ? say('Waiting for you') : sayAs('heading over cases', 'Decided')}
        </h2>
        <Button kind="quiet" onClick={onSwitch}>
          {which === 'waiting' ? say('Show what was decided') : say('Show what waits')}
        </Button>
      </div>
      {items === undefined && cases.error === null && <Skeleton lines={6} />}
      {items === undefined && cases.error !== null && (
        <Trouble problem={cases.error} onRetry={cases.refetch} />
      )}
      {items?.length === 0 && <EmptyState sentence={EMPTY[which]} />}
      {items !== undefined && items.length > 0 && (
        <ul ref={list} className={styles.list} aria-labelledby="cases">
          {items.map((each) => (
            <CaseItem key={`${each.saidId} ${each.openedAt}`} case={each} />
          ))}
        </ul>
      )}
      <ShowMore of={cases} words={say('Show more')} />
    </section>
  )
}

const EMPTY: Record<Which, string> = {
  waiting: say('Nothing waits. What people report in the spaces that you look after comes here.'),
  decided: say('Nothing has been decided yet.'),
}
