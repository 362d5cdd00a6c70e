import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say, sayWith } from '#browser/say'
import type { SessionRow } from '#contract/auth'
import { Button } from '#ui/button'
import { Skeleton } from '#ui/skeleton'
import { useToast } from '#ui/toast'
import { Trouble } from '#ui/trouble'
import { When } from '#ui/when'
import styles from './session-list.module.css'

export const SESSIONS = ['auth', 'list-sessions']

export function SessionList() {
  const sessions = useQuery({ queryKey: SESSIONS, queryFn: () => call('auth', 'listSessions', {}) })
  if (sessions.isPending) return <Skeleton lines={2} />
  if (sessions.isError) return <Trouble problem={sessions.error} onRetry={sessions.refetch} />
  return (
    <ul className={styles.list}>
      {sessions.data.items.map((session) => (
        <SessionItem key={session.id} session={session} />
      ))}
    </ul>
  )
}

function SessionItem({ session }: { session: SessionRow }) {
  const queries = useQueryClient()
  const toast = useToast()
  const end = useMutation({
    mutationFn: () => call('auth', 'endSession', { id: session.id }),
    onSuccess: () => queries.invalidateQueries({ queryKey: SESSIONS }),
    onError: (error) => toast({ sentence: sentenceOf(error) }),
  })
  return (
    <li className={styles.session}>
      <div>
        <b>{session.device}</b>
        <span>
          {session.isThisOne
            ? say('This device')
            : sayWith('Last seen {when}', { when: <When at={session.lastSeenAt} /> })}
          {session.address !== null && ` · ${session.address}`}
        </span>
      </div>
      {!session.isThisOne && (
        <Button
          kind="quiet"
          disabled={end.isPending}
          onClick={() => end.mutate()}
          aria-label={say('End {device}', { device: session.device })}
        >
          {say('End')}
        </Button>
      )}
    </li>
  )
}
