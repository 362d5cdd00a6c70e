// Whether anything new waits at home, for the ways through the house.
import { useQuery } from '@tanstack/react-query'
import { call } from '#browser/client'

const FRESH_MS = 60_000

export function useNews(): boolean {
  const { data } = useQuery({
    queryKey: ['spaces', 'get-news'],
    queryFn: () => call('spaces', 'getNews', {}),
    staleTime: FRESH_MS,
  })
  return data?.hasNew ?? false
}
