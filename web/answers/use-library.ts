// The library of answers as the page holds it: a shelf, narrowed by what stands in the address.
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { call } from '#browser/client'
import type { PersonId, SpaceId } from '#contract/ref'
import { type LibrarySearch, librarySearch } from './library-address.ts'

export function useLibrarySearch() {
  const search = librarySearch(useSearch({ strict: false }))
  const navigate = useNavigate()
  const change = (changed: LibrarySearch) =>
    void navigate({ to: '/answers', search: librarySearch({ ...search, ...changed }), replace: true })
  return { search, change }
}

/** What narrows the library, as the server takes it; the address is text, and whether it leads anywhere is for it to say. */
export function filterOf({ topic, space, by }: LibrarySearch) {
  return {
    ...(topic !== undefined && { topic }),
    ...(space !== undefined && { spaceId: space as SpaceId }),
    ...(by !== undefined && { answeredBy: by as PersonId }),
  }
}

export function useShelf(search: LibrarySearch) {
  const shelf = search.shelf ?? 'most-reused'
  return useInfiniteQuery({
    queryKey: ['answers', 'list-library', shelf, filterOf(search)],
    queryFn: ({ pageParam }) =>
      call('answers', 'listLibrary', {
        shelf,
        ...filterOf(search),
        ...(pageParam !== undefined && { cursor: pageParam }),
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

/** Spaces and topics to choose from: the first that a list of them would show. */
export function useChoices() {
  const spaces = useQuery({
    queryKey: ['spaces', 'list-spaces', 'all', 'to choose'],
    queryFn: () => call('spaces', 'listSpaces', { limit: 50 }),
  })
  const topics = useQuery({
    queryKey: ['spaces', 'list-topics'],
    queryFn: () => call('spaces', 'listTopics', {}),
  })
  const named = topics.data
  return {
    spaces: spaces.data?.items ?? [],
    topics:
      named === undefined
        ? []
        : [...new Set([...named.followed, ...named.lately.map(({ topic }) => topic)])].slice(0, 50),
  }
}
