// For administrators: who left lately, and the way back for former colleagues.
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say, sayWith } from '#browser/say'
import type { Leaver } from '#contract/records'
import { Button } from '#ui/button'
import { ShowMore } from '#ui/show-more'
import { Skeleton } from '#ui/skeleton'
import { useToast } from '#ui/toast'
import { Trouble } from '#ui/trouble'
import { When } from '#ui/when'
import page from '../ui/page.module.css'
import styles from './records.module.css'

const LEAVERS = ['records', 'list-leavers']

export function Leavers() {
  const pages = useInfiniteQuery({
    queryKey: LEAVERS,
    queryFn: ({ pageParam }) =>
      call('records', 'listLeavers', { ...(pageParam !== '' && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  })
  if (pages.isPending) return <Skeleton lines={2} />
  if (pages.isError) return <Trouble problem={pages.error} onRetry={pages.refetch} />
  const leavers = pages.data.pages.flatMap(({ items }) => items)
  if (leavers.length === 0) return <p>{say('Nobody left within the last fourteen days.')}</p>
  return (
    <>
      <ul className={styles.copies} aria-label={say('Who left')}>
        {leavers.map((leaver) => (
          <li key={leaver.person.id}>
            <LeaverItem leaver={leaver} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && <ShowMore of={pages} />}
    </>
  )
}

function LeaverItem({ leaver: { person, wasCalled, leftAt } }: { leaver: Leaver }) {
  const queries = useQueryClient()
  const toast = useToast()
  const undo = useMutation({
    mutationFn: () => call('records', 'undoLeaving', { id: person.id }),
    onSuccess: () => {
      queries.invalidateQueries()
      toast({ sentence: say('{name} is back.', { name: wasCalled ?? person.name }) })
    },
    onError: (error) => toast({ sentence: sentenceOf(error) }),
  })
  return (
    <p className={page.row}>
      <span>
        {wasCalled === null
          ? sayWith('{name}, {when}', { name: person.name, when: <When at={leftAt} /> })
          : sayWith('{name}, a former colleague to all others, {when}', {
              name: wasCalled,
              when: <When at={leftAt} />,
            })}
      </span>
      {wasCalled !== null && (
        <Button kind="quiet" onClick={() => undo.mutate()} disabled={undo.isPending}>
          {say('Bring them back')}
        </Button>
      )}
    </p>
  )
}
