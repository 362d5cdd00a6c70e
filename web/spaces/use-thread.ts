// A thread as the page holds it: pages of replies in both directions, changed at once and put right on a refusal.
import {
  infiniteQueryOptions,
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { call } from '#browser/client'
import type { Begun } from '#browser/drafts'
import { heardSoFar } from '#browser/live-line'
import { isWaitingId } from '#browser/offline/acts'
import { type Outcome, sendOrKeep } from '#browser/outbox'
import { say } from '#browser/say'
import type { FileId, PostId, ReplyId } from '#contract/ref'
import type { Reply } from '#contract/said'
import { type Pages, THREADS, threadKey } from './held-threads.ts'
import { stampedPage, withAnswer, withFetched } from './live-thread.ts'

const BEGINNING = 'beginning'

/** Around which reply a page was fetched; nothing for the beginning of the thread. */
type Anchor = ReplyId | undefined

/** The thread, from its beginning or from the page on which a reply stands. */
export function useThread(postId: PostId, aroundReplyId: ReplyId | undefined) {
  return useInfiniteQuery({
    ...threadQuery(postId, aroundReplyId),
    // What was heard since a page was asked for is newer than the page.
    structuralSharing: (known, fetched) => withFetched(known as Pages | undefined, fetched as Pages),
    // Live fetches anew whenever somebody comes back to the tab.
    refetchOnWindowFocus: false,
    getPreviousPageParam: (page) => page.previousCursor ?? undefined,
    // From one reply to another of the same thread, what stands there stays until the other page has come.
    placeholderData: (data, query) => (query?.queryKey[2] === postId ? keepPreviousData(data) : undefined),
  })
}

/** Fetches a thread before it is opened, so that it can be read where there is no line. */
export async function takeThreadAlong(
  client: QueryClient,
  { postId, replyId }: { postId: PostId; replyId: ReplyId | null },
): Promise<void> {
  const along = { meta: { isAlong: true } }
  await client.fetchInfiniteQuery({ ...threadQuery(postId, undefined), ...along })
  if (replyId === null || anchorOf(client, { postId, replyId }) !== replyId) return
  await client.fetchInfiniteQuery({ ...threadQuery(postId, replyId), ...along })
}

function threadQuery(postId: PostId, aroundReplyId: ReplyId | undefined) {
  return infiniteQueryOptions({
    queryKey: [...THREADS, postId, aroundReplyId ?? BEGINNING],
    queryFn: async ({ pageParam }) => {
      const askedAt = heardSoFar()
      const page = await call('spaces', 'getThread', {
        postId,
        ...(pageParam !== undefined && { cursor: pageParam }),
        ...(pageParam === undefined && aroundReplyId !== undefined && { aroundReplyId }),
      })
      return stampedPage(page, askedAt)
    },
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

/**
 * Around which reply the page that holds `replyId` was fetched, so that a link to a reply that is there already fetches
 * nothing anew. What is shown now comes first.
 */
export function anchorOf(
  client: QueryClient,
  { postId, replyId, current }: { postId: PostId; replyId: ReplyId | undefined; current?: Anchor },
): Anchor {
  const isThere = (data: Pages | undefined) =>
    data?.pages.some((page) => page.replies.some((reply) => reply.id === replyId)) ?? false
  const known = client.getQueriesData<Pages>({ queryKey: [...THREADS, postId] })
  const keys = known.filter(([, data]) => isThere(data)).map(([key]) => key[3])
  const key = keys.find((each) => each === (current ?? BEGINNING)) ?? keys[0]
  if (key === undefined) return replyId
  return key === BEGINNING ? undefined : (key as ReplyId)
}

type WrittenReply = { body: string; fileIds: FileId[]; answersId: ReplyId | undefined; begun: Begun }

/**
 * Says something in a thread. It stands below the last reply at once when the last page is there, and among what waits
 * when there is no line.
 * @param title of the thread, for where it is told what waits
 */
export function useWriteReply(postId: PostId, title: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ answersId, begun, ...words }: WrittenReply) => {
      const askedAt = heardSoFar()
      const answer = { postId, ...words, ...(answersId !== undefined && { answersId }) }
      const about = { sentence: say('Your reply in {title}', { title }), href: hrefOf(postId), begun }
      return { askedAt, outcome: await sendOrKeep(['spaces', 'writeReply'], answer, about) }
    },
    onSuccess: ({ outcome, askedAt }: { outcome: Outcome<Reply>; askedAt: number }) => {
      if (outcome.is === 'waiting') return
      const { reply } = outcome
      client.setQueriesData<Pages>(
        { queryKey: threadKey(postId) },
        (data) => data && withAnswer(data, reply, askedAt),
      )
      client.invalidateQueries({ queryKey: ['spaces', 'get-feed'] })
      client.invalidateQueries({ queryKey: ['spaces', 'list-posts'] })
    },
  })
}

/** One's own post has no address until it is sent; its replies wait in its space. */
function hrefOf(postId: PostId): string {
  return isWaitingId(postId) ? location.pathname : `/threads/${postId}`
}

export function useFollowThread(postId: PostId) {
  const client = useQueryClient()
  const show = (youFollow: boolean) =>
    client.setQueriesData<Pages>(
      { queryKey: [...THREADS, postId] },
      (data) => data && { ...data, pages: data.pages.map((page) => ({ ...page, youFollow })) },
    )
  return useMutation({
    mutationFn: (follows: boolean) =>
      call('spaces', follows ? 'follow' : 'unfollow', { what: 'thread', id: postId }),
    onMutate: show,
    onError: (_, follows) => show(!follows),
  })
}
