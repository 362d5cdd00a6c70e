// The ledger of answers as the page holds it.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { ScaleAssumptions, ScaleOf } from '#contract/scale'
import { useToast } from '#ui/toast'

const keyOf = (of: ScaleOf) => ['answers', 'get-scale', of]

export function useScale(of: ScaleOf) {
  return useQuery({ queryKey: keyOf(of), queryFn: () => call('answers', 'getScale', { of }) })
}

export function useSaveAssumptions(of: ScaleOf) {
  const client = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: (assumptions: ScaleAssumptions | null) =>
      call('answers', 'saveScaleAssumptions', { of, assumptions }),
    onSuccess: (scale) => {
      client.setQueryData(keyOf(of), scale)
      toast({ sentence: say('Saved. The minutes are reckoned anew.') })
    },
    onError: (error) =>
      toast({ sentence: say('That was not saved. {sentence}', { sentence: sentenceOf(error) }) }),
  })
}
