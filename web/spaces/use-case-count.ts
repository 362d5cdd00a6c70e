// How much waits to be judged by one, and of how much of one's own one has not heard the outcome.
import { useQuery } from '@tanstack/react-query'
import { call } from '#browser/client'

const COUNTED_MAX = 100
const FRESH_MS = 60_000

export function useCaseCount() {
  return useQuery({
    queryKey: ['spaces', 'count-cases'],
    queryFn: () => call('spaces', 'countCases', {}),
    staleTime: FRESH_MS,
  }).data
}

/** A count as it is shown. */
export function shownCases(count: number): string {
  return count >= COUNTED_MAX ? `${COUNTED_MAX - 1}+` : String(count)
}
