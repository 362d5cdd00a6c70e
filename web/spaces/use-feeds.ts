// Lists of posts, page by page: home, a space, a person.
import { type InfiniteData, type QueryClient, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { call } from '#browser/client'
import type { PersonId, SpaceId } from '#contract/ref'
import type { PostCard } from '#contract/said'
import type { FeedOrder } from '#contract/spaces'

type Page = { items: PostCard[]; nextCursor: string | null }

/** Everything a list of posts needs to be shown, whichever list it is. */
export type Feed = ReturnType<typeof useFeed>

/** Under which a list of posts is kept: home, or a space. */
export function feedKey({ spaceId }: { spaceId?: string }, order: FeedOrder): string[] {
  return spaceId === undefined ? ['spaces', 'get-feed', order] : ['spaces', 'list-posts', spaceId, order]
}

export function useHomeFeed(order: FeedOrder): Feed {
  return useFeed(feedKey({}, order), (cursor) => call('spaces', 'getFeed', { order, ...cursor }))
}

export function usePostsOfSpace(spaceId: SpaceId, order: FeedOrder): Feed {
  return useFeed(feedKey({ spaceId }, order), (cursor) =>
    call('spaces', 'listPosts', { spaceId, order, ...cursor }),
  )
}

/** What keepers put on top of a space. */
export function usePinned(spaceId: SpaceId) {
  return useQuery({
    queryKey: ['spaces', 'list-pinned', spaceId],
    queryFn: () => call('spaces', 'listPinned', { spaceId }),
  })
}

export function usePostsOfPerson(personId: PersonId): Feed {
  return useFeed(['spaces', 'list-posts-of', personId], (cursor) =>
    call('spaces', 'listPostsOf', { personId, ...cursor }),
  )
}

export function useFeed(queryKey: string[], fetchPage: (cursor: { cursor?: string }) => Promise<Page>) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => fetchPage(pageParam === undefined ? {} : { cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    // What is new is announced; nothing comes in under one's thumb.
    refetchOnWindowFocus: false,
  })
}

/** Under which the list of what is worth one's time is kept. */
export const WORTH = ['brief', 'list-worth-your-time']

const PAGED_LISTS = ['get-feed', 'list-posts', 'list-posts-of', 'list-posts-of-topic']

/** Changes the card of a post in every list in which it stands. */
export function changeCard(client: QueryClient, postId: string, change: (card: PostCard) => PostCard): void {
  const changed = <Listed extends { items: PostCard[] }>(page: Listed): Listed => ({
    ...page,
    items: page.items.map((card) => (card.id === postId ? change(card) : card)),
  })
  for (const list of PAGED_LISTS) {
    client.setQueriesData<InfiniteData<Page>>(
      { queryKey: ['spaces', list] },
      (data) => data && { ...data, pages: data.pages.map(changed) },
    )
  }
  client.setQueriesData<Page>({ queryKey: ['spaces', 'list-pinned'] }, (data) => data && changed(data))
  client.setQueriesData<{ items: { post: PostCard }[] }>({ queryKey: WORTH }, (data) => {
    const items = data?.items.map((each) =>
      each.post.id === postId ? { ...each, post: change(each.post) } : each,
    )
    return items && { ...data, items }
  })
}
