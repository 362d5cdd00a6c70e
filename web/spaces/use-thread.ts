// A thread as the page holds it: pages of replies in both directions, changed at once and put right on a refusal.
import {
  type InfiniteData,
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useMutation,
  useQueryClient,
} from '@tanstack/react-query'
import { call } from '#browser/client'
import type { PostId, ReplyId } from '#contract/ref'
import type { Post, Reply, Thread } from '#contract/said'

const THREADS = ['spaces', 'get-thread']
const BEGINNING = 'beginning'

type Pages = InfiniteData<Thread>
/** Around which reply a page was fetched; nothing for the beginning of the thread. */
type Anchor = ReplyId | undefined

/** The thread, from its beginning or from the page on which a reply stands. */
export function useThread(postId: PostId, aroundReplyId: ReplyId | undefined) {
  return useInfiniteQuery({
    queryKey: [...THREADS, postId, aroundReplyId ?? BEGINNING],
    queryFn: ({ pageParam }) =>
      call('spaces', 'getThread', {
        postId,
        ...(pageParam !== undefined && { cursor: pageParam }),
        ...(pageParam === undefined && aroundReplyId !== undefined && { aroundReplyId }),
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    getPreviousPageParam: (page) => page.previousCursor ?? undefined,
    // From one reply to another of the same thread, what stands there stays until the other page has come.
    placeholderData: (data, query) => (query?.queryKey[2] === postId ? keepPreviousData(data) : undefined),
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

/** Changes a post or a reply wherever it stands on the page. */
export function changeSaid(
  client: QueryClient,
  saidId: string,
  change: <Said extends Post | Reply>(said: Said) => Said,
): void {
  const changed = <Said extends Post | Reply>(said: Said) => (said.id === saidId ? change(said) : said)
  client.setQueriesData<Pages>({ queryKey: THREADS }, (data) =>
    data === undefined
      ? data
      : {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            post: changed(page.post),
            replies: page.replies.map(changed),
          })),
        },
  )
}

/** Fetches every open thread anew, and the lists in which threads stand. */
export function refreshThreads(client: QueryClient) {
  return client.invalidateQueries({ queryKey: ['spaces'] })
}

/** Says something in a thread. It stands below the last reply at once when the last page is there. */
export function useWriteReply(postId: PostId) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ body, answersId }: { body: string; answersId: ReplyId | undefined }) =>
      call('spaces', 'writeReply', { postId, body, ...(answersId !== undefined && { answersId }) }),
    onSuccess: (reply) => {
      client.setQueriesData<Pages>(
        { queryKey: [...THREADS, postId] },
        (data) => data && withReply(data, reply),
      )
      client.invalidateQueries({ queryKey: ['spaces', 'get-feed'] })
      client.invalidateQueries({ queryKey: ['spaces', 'list-posts'] })
    },
  })
}

function withReply(data: Pages, reply: Reply): Pages {
  const last = data.pages.length - 1
  return {
    ...data,
    pages: data.pages.map((page, index) => ({
      ...page,
      post: { ...page.post, replyCount: page.post.replyCount + 1 },
      replies: index === last && page.nextCursor === null ? [...page.replies, reply] : page.replies,
    })),
  }
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
