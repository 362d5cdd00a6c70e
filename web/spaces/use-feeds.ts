// Lists of posts, page by page: home, a space, a person.
import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '#browser/client'
import type { PersonId, SpaceId } from '#contract/ref'
import type { PostCard } from '#contract/said'

type Page = { items: PostCard[]; nextCursor: string | null }

/** Everything a list of posts needs to be shown, whichever list it is. */
export type Feed = ReturnType<typeof useFeed>

export function useHomeFeed(): Feed {
  return useFeed(['spaces', 'get-feed'], (cursor) => call('spaces', 'getFeed', cursor))
}

export function usePostsOfSpace(spaceId: SpaceId): Feed {
  return useFeed(['spaces', 'list-posts', spaceId], (cursor) =>
    call('spaces', 'listPosts', { spaceId, ...cursor }),
  )
}

export function usePostsOfPerson(personId: PersonId): Feed {
  return useFeed(['spaces', 'list-posts-of', personId], (cursor) =>
    call('spaces', 'listPostsOf', { personId, ...cursor }),
  )
}

function useFeed(queryKey: string[], fetchPage: (cursor: { cursor?: string }) => Promise<Page>) {
  return useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => fetchPage(pageParam === undefined ? {} : { cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}
