// What came of one's own reports, and of one's own words that were hidden.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { call } from '#browser/client'
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
      <h2 id="own">What concerns you</h2>
      {items === undefined && own.error === null && <Skeleton lines={3} />}
      {items === undefined && own.error !== null && <Trouble problem={own.error} onRetry={own.refetch} />}
      {items?.length === 0 && (
        <p className={styles.note}>You reported nothing, and nothing of yours was hidden.</p>
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
  const { reason, sentence, at, space, title, isReadable, isUnheard, as } = own
  return (
    <li className={styles.own}>
      <p>
        {isUnheard && <NewMark words="New" />} {outcomeOf(own)}
      </p>
      <p className={styles.note}>
        <When at={at} />
        {space !== null && ` in ${space.name}`}
        {reason !== null && `, ${as === 'reporter' ? 'as' : 'because it is'} ${HIDE_REASONS[reason]}`}
        {sentence !== null && `: “${sentence}”`}
      </p>
      {isReadable && <ThreadLink to={own}>{title ?? 'Open the thread'}</ThreadLink>}
    </li>
  )
}
