// Who prepares whose brief, what stands prepared, and the log of it.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { Delegates, Part, Preparation } from '#contract/delegates'
import type { BriefId, PersonId, PostId, SaidId } from '#contract/ref'
import { useToast } from '#ui/toast'

const DELEGATES = ['brief', 'list-delegates']

export function useDelegates() {
  return useQuery({ queryKey: DELEGATES, queryFn: () => call('brief', 'listDelegates', {}) })
}

/** Names somebody, or ends with them; a refusal is told. */
export function useChangeDelegates() {
  const client = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: ({ act, personId }: { act: 'nameDelegate' | 'endDelegation'; personId: PersonId }) =>
      call('brief', act, { personId }),
    onSuccess: (delegates: Delegates) => client.setQueryData(DELEGATES, delegates),
    onError: (error) => toast({ sentence: sentenceOf(error) }),
  })
}

const preparationOf = (personId: PersonId) => ['brief', 'get-preparation', personId]

export function usePreparation(personId: PersonId) {
  return useQuery({
    queryKey: preparationOf(personId),
    queryFn: () => call('brief', 'getPreparation', { personId }),
    // What one is about to press must not move while one looks at it.
    refetchOnWindowFocus: false,
  })
}

export type Deed =
  | { is: 'prepare'; saidId: SaidId; part: Part; body?: string }
  | { is: 'take-back'; saidId: SaidId; part: Part }
  | { is: 'order'; saidIds: SaidId[] }

/** Prepares something; the page takes over what the server says the brief is then, and tells a refusal. */
export function usePrepare(personId: PersonId) {
  const client = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: (deed: Deed) => carryOut(personId, deed),
    onSuccess: (preparation) => client.setQueryData(preparationOf(personId), preparation),
    onError: (error) => toast({ sentence: say('That was not kept. {why}', { why: sentenceOf(error) }) }),
  })
}

function carryOut(personId: PersonId, { is, ...deed }: Deed): Promise<Preparation> {
  const given = { personId, ...deed }
  if ('saidIds' in given) return call('brief', 'orderCards', given)
  return is === 'take-back' ? call('brief', 'takeBackPart', given) : call('brief', 'prepareCard', given)
}

/** Brings back into one's brief what was left out of it. */
export function useBringBack() {
  const client = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: (card: { briefId: BriefId; cardKey: string }) => call('brief', 'bringBack', card),
    onSuccess: (brief) => {
      client.setQueryData(['brief', 'open-brief'], brief)
      toast({ sentence: say('It is back in your brief.') })
    },
    onError: (error) => toast({ sentence: sentenceOf(error) }),
  })
}

export function useDelegateActs() {
  return useInfiniteQuery({
    queryKey: ['brief', 'list-delegate-acts'],
    queryFn: ({ pageParam }) =>
      call('brief', 'listDelegateActs', pageParam === undefined ? {} : { cursor: pageParam }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

export function useAround(postId: PostId) {
  return useQuery({
    queryKey: ['brief', 'see-around', postId],
    queryFn: () => call('brief', 'seeAround', { postId }),
  })
}

/** What is found for words, to be pinned. */
export function useFound(query: string) {
  return useQuery({
    queryKey: ['spaces', 'search', { query, limit: 5 }],
    queryFn: () => call('spaces', 'search', { query, limit: 5 }),
    enabled: query !== '',
  })
}
