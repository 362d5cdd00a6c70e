// Without a line: of when it is what one sees.
import { notifyManager, type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import { now } from '#browser/clock'
import { kindOf } from '#browser/offline/keeping'
import { useLine } from '#browser/use-line'
import { asOfSentence } from './as-of-words.ts'
import styles from './offline-frame.module.css'

export function AsOf() {
  const saidAt = useOldestShown()
  const line = useLine()
  if (line === 'there' || saidAt === undefined) return null
  return <p className={styles.asOf}>{asOfSentence(new Date(saidAt), now())}</p>
}

/** When the server said the oldest of what is on the screen; milliseconds of the epoch. */
function useOldestShown(): number | undefined {
  const queries = useQueryClient()
  const watch = useCallback(
    (hear: () => void) => queries.getQueryCache().subscribe(notifyManager.batchCalls(hear)),
    [queries],
  )
  return useSyncExternalStore(watch, () => oldestShown(queries))
}

function oldestShown(queries: QueryClient): number | undefined {
  const times = queries
    .getQueryCache()
    .findAll({ type: 'active' })
    .filter(({ queryKey, state }) => isContent(queryKey) && state.data !== undefined)
    .map(({ state }) => state.dataUpdatedAt)
  return times.length === 0 ? undefined : Math.min(...times)
}

/** Counts and dots of the frame are no news of their own. */
function isContent(queryKey: readonly unknown[]): boolean {
  const kind = kindOf(queryKey)
  return kind !== undefined && kind !== 'small' && kind !== 'standing'
}
