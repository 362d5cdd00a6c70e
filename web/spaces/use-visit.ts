// What was new when one came to a thread, for as long as one stays.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLeftAt } from './use-landing.ts'
import type { useThread } from './use-thread.ts'
import { type Visit, visitOf } from './visit.ts'

const NOTHING_NEW: Visit = { seenAt: null, firstNewId: null, newCount: 0 }

/**
 * It stays so while it is being marked as seen, and for whoever goes back to the thread after a look elsewhere: the page
 * stands as it was left. Who comes to the thread by a link begins another visit.
 */
export function useVisit(postId: string, { data, isFetching }: ReturnType<typeof useThread>): Visit {
  const client = useQueryClient()
  const isReturn = useLeftAt() !== undefined
  const visit = useRef<{ begun: Visit; isSettled: boolean }>(undefined)
  if (visit.current === undefined && isReturn) {
    const begun = client.getQueryData<Visit>(keyOf(postId))
    if (begun !== undefined) visit.current = { begun, isSettled: true }
  }
  const first = data?.pages[0]
  // What was remembered from an earlier visit is fetched anew first.
  if (first !== undefined && !visit.current?.isSettled) {
    visit.current = { begun: visitOf(first), isSettled: !isFetching }
  }
  useEffect(
    () => () => {
      // Kept as long as the thread itself is kept beside it.
      if (visit.current !== undefined) client.setQueryData(keyOf(postId), visit.current.begun)
    },
    [client, postId],
  )
  return visit.current?.begun ?? NOTHING_NEW
}

function keyOf(postId: string) {
  return ['visit', postId]
}
