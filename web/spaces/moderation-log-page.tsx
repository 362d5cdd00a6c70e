// What moderators did: what concerned one, and for stewards and administrators all of it.
import { useInfiniteQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#browser/client'
import { say, sayWith } from '#browser/say'
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
          <PageTitle>{say('Log of moderation')}</PageTitle>
          <p className={page.under}>
            {which === 'all'
              ? say('Who did what, when and why.')
              : say('What moderators did that concerned you.')}
          </p>
        </div>
        {readsAll && (
          <Button kind="quiet" onClick={() => setWhich(which === 'all' ? 'mine' : 'all')}>
            {which === 'all' ? say('Only what concerns you') : say('All of it')}
          </Button>
        )}
      </header>
      <ModerationWays />
      {items === undefined && acts.error === null && <Skeleton lines={6} />}
      {items === undefined && acts.error !== null && <Trouble problem={acts.error} onRetry={acts.refetch} />}
      {items?.length === 0 && (
        <EmptyState sentence={say('Nothing yet. What moderators do stands here for good.')} />
      )}
      {items !== undefined && items.length > 0 && (
        <ol className={styles.said}>
          {items.map((act) => (
            <Act key={`${act.at} ${act.act} ${act.postId} ${act.about?.id}`} act={act} />
          ))}
        </ol>
      )}
      <ShowMore of={acts} words={say('Show earlier')} />
    </div>
  )
}

function Act({ act }: { act: ModerationAct }) {
  const { at, postId, reason, sentence } = act
  const facts = (
    <>
      <When at={at} />
      {placeOf(act)}
      {reason !== null && `, ${HIDE_REASONS[reason]}`}
    </>
  )
  return (
    <li className={styles.own}>
      <p>{actWords(act)}</p>
      <p className={styles.note}>
        {sentence === null ? facts : sayWith('{facts}: “{sentence}”', { facts, sentence })}
      </p>
      {postId !== null && <ThreadLink to={{ postId, replyId: null }}>{say('Open the thread')}</ThreadLink>}
    </li>
  )
}

/** Where it was done, behind the time at which it was. */
function placeOf({ space, toSpace }: ModerationAct): string {
  if (space === null) return toSpace === null ? '' : say(', to {to}', { to: toSpace.name })
  return toSpace === null
    ? say(', in {space}', { space: space.name })
    : say(', from {from} to {to}', { from: space.name, to: toSpace.name })
}
