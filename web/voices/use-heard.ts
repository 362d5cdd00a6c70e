// What one heard, and whether one may be brought up to others: asked for and kept for oneself alone.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { showAtOnce } from '#browser/queries'
import type { HeardPeriod } from '#contract/voices'

const SURFACING = ['voices', 'get-surfacing']

export function useHeard(period: HeardPeriod) {
  return useQuery({
    queryKey: ['voices', 'who-you-heard', period],
    queryFn: () => call('voices', 'whoYouHeard', { period }),
    // Of another period the same page is told anew: it stands until that comes.
    placeholderData: keepPreviousData,
  })
}

export function useHeardOverTime() {
  return useQuery({
    queryKey: ['voices', 'heard-over-time'],
    queryFn: () => call('voices', 'heardOverTime', {}),
  })
}

export function useSurfacing() {
  return useQuery({ queryKey: SURFACING, queryFn: () => call('voices', 'getSurfacing', {}) })
}

export function useSaveSurfacing() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (maySurface: boolean) => call('voices', 'saveSurfacing', { maySurface }),
    onMutate: (maySurface) => {
      const before = client.getQueryData(SURFACING)
      showAtOnce(client, SURFACING, () => ({ maySurface }))
      return before
    },
    onError: (_, __, before) => client.setQueryData(SURFACING, before),
  })
}
