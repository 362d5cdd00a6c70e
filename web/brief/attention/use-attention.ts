// One's minutes a week, what was promised, and the pace one reads at.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import type { PaceChoice } from '#contract/attention'
import type { PostId } from '#contract/ref'

const ATTENTION = ['brief', 'get-attention']

export function useAttention() {
  return useQuery({ queryKey: ATTENTION, queryFn: () => call('brief', 'getAttention', {}) })
}

export function useSaveAttention() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (wanted: { minutes?: number | null; pace?: PaceChoice }) =>
      call('brief', 'saveAttention', wanted),
    onSuccess: (reply) => {
      client.setQueryData(ATTENTION, reply)
      // The brief of this sitting may be held back by it, or no longer be.
      return client.invalidateQueries({ queryKey: ['brief', 'open-brief'] })
    },
  })
}

/** @param asks what is asked in the thread so far: with every question it is looked up anew */
export function useAnswersBy(postId: PostId, asks: string) {
  return useQuery({
    queryKey: ['brief', 'list-answers-by', postId, asks],
    queryFn: () => call('brief', 'listAnswersBy', { postId }),
  })
}
