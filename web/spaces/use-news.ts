// Whether anything new waits at home, for the ways through the house.
import { useQuery } from '@tanstack/react-query'
import { call } from '#browser/client'

const FRESH_MS = 60_000

const newsQuery = {
  queryKey: ['spaces', 'get-news'],
  queryFn: () => call('spaces', 'getNews', {}),
  staleTime: FRESH_MS,
}

export function useNews(): boolean {
  return useQuery(newsQuery).data?.hasNew ?? false
}

/** Whether anything is announced that one has not seen; what it is comes when it is needed. */
export function useHasAnnouncement(): boolean {
  return useQuery(newsQuery).data?.hasAnnouncement ?? false
}
