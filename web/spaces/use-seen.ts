// How far one has seen: noted once something was really on the screen, never for what was only fetched.

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useCallback, useEffect, useRef } from 'react'
import { wasAskedHere } from '#browser/asked-here'
import { sendOrKeep } from '#browser/outbox'
import { say } from '#browser/say'
import type { PostId } from '#contract/ref'
import type { Thread } from '#contract/said'
import { changeCard } from './use-feeds.ts'
import { refreshNews } from './use-mark-all-seen.ts'
import { isLaterThan } from './visit.ts'

/** So long is waited for more to come into view. */
const SETTLED_MS = 700

/**
 * Notes until when a thread was seen.
 * @param thread as it was first fetched; undefined until it is there
 * @returns what to tell the time of everything that came into view
 */
export function useSeen(thread: Thread | undefined): (at: string) => void {
  const client = useQueryClient()
  const postId = thread?.post.id
  const noted = useRef<string>(null)
  const pending = useRef<{ at: string; timer: ReturnType<typeof setTimeout> }>(undefined)
  if (noted.current === null && thread !== undefined) noted.current = thread.seenAt
  const flush = useCallback(() => {
    const shown = pending.current
    pending.current = undefined
    if (shown === undefined || postId === undefined) return
    clearTimeout(shown.timer)
    noted.current = shown.at
    // Nobody waits for it, and nobody is told when it is refused.
    noteSeen(client, postId, shown.at).catch(() => {})
  }, [client, postId])
  useEffect(() => flush, [flush])
  return useCallback(
    (at: string) => {
      if (document.visibilityState !== 'visible') return
      if (noted.current !== null && !isLaterThan(at, noted.current)) return
      if (pending.current !== undefined && !isLaterThan(at, pending.current.at)) return
      clearTimeout(pending.current?.timer)
      pending.current = { at, timer: setTimeout(flush, SETTLED_MS) }
    },
    [flush],
  )
}

async function noteSeen(client: QueryClient, postId: PostId, at: string): Promise<void> {
  // Who looks in again and again at what was asked anonymously would be taken for its asker.
  if (wasAskedHere(postId)) return
  const about = { sentence: say('Seen'), href: `/threads/${postId}`, isQuiet: true }
  await sendOrKeep(['spaces', 'markSeen'], { postId, at }, about)
  changeCard(client, postId, (card) => ({
    ...card,
    isNew: false,
    newCount: isLaterThan(card.lastAt, at) ? card.newCount : 0,
  }))
  client.setQueriesData<{ pages: Thread[] }>(
    { queryKey: ['spaces', 'get-thread', postId] },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({ ...page, seenAt: at, newCount: 0, firstNewId: null })),
      },
  )
  await refreshNews(client)
}

/**
 * Watches what of a list comes into view.
 * @param list its children with a `data-at` are watched, anew whenever `count` changes
 */
export function useShown(
  list: RefObject<HTMLElement | null>,
  { count, onShown }: { count: number; onShown: (at: string) => void },
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: other children are to be watched when their number changes.
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { isIntersecting, target } of entries) {
          const at = target instanceof HTMLElement ? target.dataset.at : undefined
          if (isIntersecting && at !== undefined) onShown(at)
        }
      },
      // What stands behind the bar at the bottom is not seen yet.
      { rootMargin: '0px 0px -96px 0px' },
    )
    const watch = () => {
      observer.disconnect()
      for (const item of list.current?.querySelectorAll('[data-at]') ?? []) observer.observe(item)
    }
    watch()
    // What came into view in a tab that nobody looked at is looked at anew.
    document.addEventListener('visibilitychange', watch)
    return () => {
      observer.disconnect()
      document.removeEventListener('visibilitychange', watch)
    }
  }, [list, count, onShown])
}
