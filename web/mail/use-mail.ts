// What the screens of mail know: how letters leave, which did not, and what came in.
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '#browser/client'
import type { QuestionOf } from '#contract/endpoint'
import type { mail } from '#contract/mail'

const SETTINGS = ['mail', 'get-mail-settings']
const LETTERS = ['mail', 'list-letters']
const TEST_MS = 700

export type ToSave = QuestionOf<typeof mail.saveMailSettings>

export function useMailSettings() {
  return useQuery({ queryKey: SETTINGS, queryFn: () => call('mail', 'getMailSettings', {}) })
}

export function useSaveMailSettings() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (toSave: ToSave) => call('mail', 'saveMailSettings', toSave),
    onSuccess: (saved) => queries.setQueryData(SETTINGS, saved),
  })
}

/** Sends a test and asks what became of it until that is known. */
export function useMailTest() {
  const [letterId, setLetterId] = useState<string>()
  const send = useMutation({
    mutationFn: () => call('mail', 'testMail', {}),
    onMutate: () => setLetterId(undefined),
    onSuccess: (sent) => setLetterId(sent.letterId),
  })
  const outcome = useQuery({
    queryKey: ['mail', 'get-mail-test', letterId],
    queryFn: () => call('mail', 'getMailTest', { letterId: letterId ?? '' }),
    enabled: letterId !== undefined,
    refetchInterval: ({ state }) =>
      state.data === undefined || state.data.state === 'waiting' ? TEST_MS : false,
  })
  const isUnderWay = send.isPending || (letterId !== undefined && outcome.data?.state === 'waiting')
  return {
    start: () => send.mutate(),
    isUnderWay,
    outcome: outcome.data,
    problem: send.error ?? outcome.error,
  }
}

export function useLetters(state: 'waiting' | 'kept' | 'dead') {
  return useInfiniteQuery({
    queryKey: [...LETTERS, state],
    queryFn: ({ pageParam: cursor }) => call('mail', 'listLetters', { state, ...(cursor && { cursor }) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
}

export function useLetter(letterId: string) {
  return useQuery({
    queryKey: ['mail', 'get-letter', letterId],
    queryFn: () => call('mail', 'getLetter', { letterId }),
  })
}

export function useRetryLetter() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (letterId: string) => call('mail', 'retryLetter', { letterId }),
    onSuccess: () => queries.invalidateQueries({ queryKey: LETTERS }),
  })
}

export function useReceived() {
  return useInfiniteQuery({
    queryKey: ['mail', 'list-received'],
    queryFn: ({ pageParam: cursor }) => call('mail', 'listReceived', { ...(cursor && { cursor }) }),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
  })
}
