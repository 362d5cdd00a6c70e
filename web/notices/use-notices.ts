// One's notices, and what one does with them.
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type Answer, call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { showAtOnce } from '#browser/queries'
import { say } from '#browser/say'
import type { PostId } from '#contract/ref'
import { useToast } from '#ui/toast'
import { COUNT, type Count, refreshNotices, useCount } from './use-count.ts'

const MUTED = ['notices', 'is-thread-muted']

export function useNoticeList() {
  return useInfiniteQuery({
    queryKey: ['notices', 'list-notices'],
    queryFn: ({ pageParam }) =>
      call('notices', 'listNotices', pageParam === undefined ? {} : { cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

/** Marks the notice of a thread as read, up to when it told of something. */
function useMarkRead(): (notice: { postId: PostId; at: string }) => Promise<void> {
  const queries = useQueryClient()
  return async ({ postId, at }) => {
    showAtOnce<Count>(queries, COUNT, (known) => {
      const threads = known.threads.filter((thread) => thread.postId !== postId)
      return { ...known, count: threads.length, threads }
    })
    await call('notices', 'markRead', { postId, at })
    await refreshNotices(queries)
  }
}

/** Whoever has a thread open is told there what is new; its notice has done its work. */
export function useReadNotice(postId: PostId | undefined): void {
  const unread = useCount()?.threads.find((thread) => thread.postId === postId)?.at
  const markRead = useMarkRead()
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is for another thread or for something later.
  useEffect(() => {
    if (unread === undefined || postId === undefined) return
    const readIfSeen = () => {
      if (document.visibilityState !== 'visible') return
      document.removeEventListener('visibilitychange', readIfSeen)
      // Nobody waits for it: when the line is away, the notice stays unread.
      markRead({ postId, at: unread }).catch(() => {})
    }
    document.addEventListener('visibilitychange', readIfSeen)
    readIfSeen()
    return () => document.removeEventListener('visibilitychange', readIfSeen)
  }, [postId, unread])
}

/** Marks all as read up to the newest that is shown, with a way back. */
export function useMarkAllRead(): (at: string) => Promise<void> {
  const queries = useQueryClient()
  const toast = useToast()
  const tell = (error: unknown) => toast({ sentence: sentenceOf(error) })
  const takeBack = async (readAt: string) => {
    await call('notices', 'takeBackAllRead', { readAt })
    await refreshNotices(queries)
  }
  return async (at) => {
    try {
      const { readAt } = await call('notices', 'markAllRead', { at })
      toast({
        sentence: say('All notices are marked as read.'),
        undo: () => void takeBack(readAt).catch(tell),
      })
      await refreshNotices(queries)
    } catch (error) {
      tell(error)
    }
  }
}

type ThreadNotices = Answer<'notices', 'isThreadMuted'>

/** Under what is kept how a thread stands to one's notices. */
export function threadNotices(postId: PostId): string[] {
  return [...MUTED, postId]
}

/** Whether one hears of a thread only when mentioned, and what in it needs an answer; undefined until that is known. */
export function useThreadNotices(postId: PostId): ThreadNotices | undefined {
  const { data } = useQuery({
    queryKey: threadNotices(postId),
    queryFn: () => call('notices', 'isThreadMuted', { postId }),
  })
  return data
}

/** Mutes a thread or lets it be heard again, with a way back. */
export function useMute(postId: PostId): (isMuted: boolean) => Promise<void> {
  const queries = useQueryClient()
  const toast = useToast()
  const put = async (isMuted: boolean) => {
    const show = (shown: boolean) =>
      showAtOnce<ThreadNotices>(queries, threadNotices(postId), (known) => ({ ...known, isMuted: shown }))
    show(isMuted)
    try {
      await call('notices', isMuted ? 'muteThread' : 'unmuteThread', { postId })
    } catch (error) {
      show(!isMuted)
      toast({ sentence: sentenceOf(error) })
      return false
    }
    await refreshNotices(queries)
    return true
  }
  return async (isMuted) => {
    if (!(await put(isMuted))) return
    const sentence = isMuted
      ? say('You hear of this thread only when you are mentioned.')
      : say('You hear of this thread again.')
    toast({ sentence, undo: () => void put(!isMuted) })
  }
}
