// What moderators did: what concerned one, and for stewards and administrators all of it.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#browser/client'
import { useMe } from '#browser/session'
import type { ModerationAct } from '#contract/judged'
import { Button } from '#ui/button'
import { EmptyState } from '#ui/empty-state'
import { PageTitle } from '#ui/page-title'
import { ShowMore } from '#ui/show-more'
import { Skeleton } from '#ui/skeleton'
import { ThreadLink } from '#ui/thread-link'
import { Trouble } from '#ui/trouble'
import { When } from '#ui/when'
import page from '../ui/page.module.css'
import { HIDE_REASONS } from './hide-reasons.ts'
import styles from './moderation.module.css'
import { ModerationWays } from './moderation-ways.tsx'
import { actWords } from './moderation-words.ts'

type Which = 'all' | 'mine'

export function ModerationLogPage() {
  const { roles } = useMe()
  const readsAll = roles.includes('steward') || roles.includes('administrator')
  const [which, setWhich] = useState<Which>(readsAll ? 'all' : 'mine')
  const acts = useInfiniteQuery({
    queryKey: ['spaces', 'list-acts', which],
    queryFn: ({ pageParam }) =>
      call('spaces', 'listActs', { which, ...(pageParam !== undefined && { cursor: pageParam }) }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (answer) => answer.nextCursor ?? undefined,
  })
  const items = acts.data?.pages.flatMap((each) => each.items)
  return (
    <div className={page.page}>
      <header className={page.top}>
        <div>
          <PageTitle>Log of moderation</PageTitle>
          <p className={page.under}>
            {which === 'all' ? 'Who did what, when and why.' : 'What moderators did that concerned you.'}
          </p>
        </div>
        {readsAll && (
          <Button kind="quiet" onClick={() => setWhich(which === 'all' ? 'mine' : 'all')}>
            {which === 'all' ? 'Only what concerns you' : 'All of it'}
          </Button>
        )}
      </header>
      <ModerationWays />
      {items === undefined && acts.error === null && <Skeleton lines={6} />}
      {items === undefined && acts.error !== null && <Trouble problem={acts.error} onRetry={acts.refetch} />}
      {items?.length === 0 && <EmptyState sentence="Nothing yet. What moderators do stands here for good." />}
      {items !== undefined && items.length > 0 && (
        <ol className={styles.said}>
          {items.map((act) => (
            <Act key={`${act.at} ${act.act} ${act.postId} ${act.about?.id}`} act={act} />
          ))}
        </ol>
      )}
      <ShowMore of={acts} words="Show earlier" />
    </div>
  )
}

function Act({ act }: { act: ModerationAct }) {
  const { at, space, toSpace, postId, reason, sentence } = act
  return (
    <li className={styles.own}>
      <p>{actWords(act)}</p>
      <p className={styles.note}>
        <When at={at} />
        {space !== null && `, ${toSpace === null ? 'in' : 'from'} ${space.name}`}
        {toSpace !== null && ` to ${toSpace.name}`}
        {reason !== null && `, ${HIDE_REASONS[reason]}`}
        {sentence !== null && `: “${sentence}”`}
      </p>
      {postId !== null && <ThreadLink to={{ postId, replyId: null }}>Open the thread</ThreadLink>}
    </li>
  )
}
