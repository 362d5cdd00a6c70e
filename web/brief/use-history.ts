// Past briefs of the one who is at the page.
import { useInfiniteQuery } from '@tanstack/react-query'
import { call } from '#browser/client'

export function usePastBriefs() {
  return useInfiniteQuery({
    queryKey: ['brief', 'list-past-briefs'],
    queryFn: ({ pageParam }) =>
      call('brief', 'listPastBriefs', pageParam === undefined ? {} : { cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}
