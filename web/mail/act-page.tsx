// Where links in letters lead: one sentence and one button. Opening does nothing, so that no scanner of mail acts.
import { useMutation, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { LinkAsked } from '#contract/mail'
import { Button } from '#ui/button'
import { DoorMark } from '#ui/door-mark'
import { PageTitle } from '#ui/page-title'
import { Skeleton } from '#ui/skeleton'
import { Trouble } from '#ui/trouble'
import styles from './act-page.module.css'

const TITLES: Record<LinkAsked['state'], string> = {
  open: say('One press'),
  done: say('Done'),
  expired: say('Too late for this link'),
  unknown: say('No such link'),
}

export function ActPage() {
  const { token = '' } = useParams({ strict: false })
  const looked = useQuery({
    queryKey: ['mail', 'look-at-link', token],
    queryFn: () => call('mail', 'lookAtLink', { token }),
  })
  const press = useMutation({ mutationFn: () => call('mail', 'pressButton', { token }) })
  const asked = press.data ?? looked.data
  return (
    <div className={styles.act}>
      <span className={styles.mark}>
        <DoorMark size={34} />
      </span>
      <PageTitle>{asked === undefined ? say('A link from a letter') : TITLES[asked.state]}</PageTitle>
      {looked.isPending && <Skeleton lines={2} />}
      {looked.isError && <Trouble problem={looked.error} onRetry={looked.refetch} />}
      {asked !== undefined && (
        <>
          <p className={styles.sentence} role="status">
            {asked.sentence}
          </p>
          {press.error !== null && (
            <p className={styles.problem} role="alert">
              {sentenceOf(press.error)}
            </p>
          )}
          {asked.button !== null && (
            <Button kind="go" disabled={press.isPending} onClick={() => press.mutate()}>
              {asked.button}
            </Button>
          )}
          <Link to={asked.leadsTo}>{asked.button === null ? say('Go on') : say('Leave it as it is')}</Link>
        </>
      )}
    </div>
  )
}
