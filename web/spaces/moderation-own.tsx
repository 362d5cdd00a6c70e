// What came of one's own reports, and of one's own words that were hidden.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Fragment, useEffect } from 'react'
import { call } from '#browser/client'
import { say, sayAs, sayWith } from '#browser/say'
import type { OwnCase } from '#contract/judged'
import { NewMark } from '#ui/fresh-mark'
import { Skeleton } from '#ui/skeleton'
import { ThreadLink } from '#ui/thread-link'
import { Trouble } from '#ui/trouble'
import { When } from '#ui/when'
import { HIDE_REASONS } from './hide-reasons.ts'
import styles from './moderation.module.css'
import { outcomeOf } from './moderation-words.ts'

export function OwnCases() {
  const own = useQuery({
    queryKey: ['spaces', 'list-own-cases'],
    queryFn: () => call('spaces', 'listOwnCases', {}),
  })
  const items = own.data?.items
  useHeard(items?.some(({ isUnheard }) => isUnheard) ?? false)
  return (
    <section aria-labelledby="own">
      <h2 id="own">{say('What concerns you')}</h2>
      {items === undefined && own.error === null && <Skeleton lines={3} />}
      {items === undefined && own.error !== null && <Trouble problem={own.error} onRetry={own.refetch} />}
      {items?.length === 0 && (
        <p className={styles.note}>{say('You reported nothing, and nothing of yours was hidden.')}</p>
      )}
      <ul className={styles.said}>
        {items?.map((each) => (
          <OwnItem key={`${each.as} ${each.saidId} ${each.at}`} own={each} />
        ))}
      </ul>
    </section>
  )
}

/** Who saw it here has heard of it; the mark on this screen stays until it is opened anew. */
function useHeard(isAnyUnheard: boolean): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!isAnyUnheard) return
    call('spaces', 'markCasesHeard', {})
      .then(() => queries.invalidateQueries({ queryKey: ['spaces', 'count-cases'] }))
      // Nobody waits for it: it stays unheard until the next time.
      .catch(() => {})
  }, [isAnyUnheard, queries])
}

function OwnItem({ own }: { own: OwnCase }) {
  const { sentence, title, isReadable, isUnheard } = own
  const facts = <Facts own={own} />
  return (
    <li className={styles.own}>
      <p>
        {isUnheard && <NewMark words={sayAs('since the last visit', 'New')} />} {outcomeOf(own)}
      </p>
      <p className={styles.note}>
        {sentence === null ? facts : sayWith('{facts}: “{sentence}”', { facts, sentence })}
      </p>
      {isReadable && <ThreadLink to={own}>{title ?? say('Open the thread')}</ThreadLink>}
    </li>
  )
}

/** When and where it was, and for what reason. */
function Facts({ own: { at, space, reason, as } }: { own: OwnCase }) {
  const when = <When at={at} />
  const place = space === null ? when : sayWith('{when} in {space}', { when, space: space.name })
  if (reason === null) return place
  const why = { place: <Fragment>{place}</Fragment>, reason: HIDE_REASONS[reason] }
  return as === 'reporter'
    ? sayWith('{place}, as {reason}', why)
    : sayWith('{place}, because it is {reason}', why)
}
