// One's drafts of questions and answers, and what one does with them.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { call, type Question } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { QuestionDraft } from '#contract/question-drafts'
import { useToast } from '#ui/toast'

const DRAFTS = ['answers', 'list-drafts']

export function useQuestionDrafts() {
  return useQuery({ queryKey: DRAFTS, queryFn: () => call('answers', 'listDrafts', {}) })
}

type Change = Omit<Question<'answers', 'saveDraft'>, 'draftId'>

/** Each tells why it was refused; a change rejects then, so that the form stays. */
export function useDraftActs({ id: draftId }: QuestionDraft) {
  const client = useQueryClient()
  const navigate = useNavigate()
  const toast = useToast()
  const [isBusy, setIsBusy] = useState(false)
  const refresh = () => client.invalidateQueries({ queryKey: DRAFTS })
  const once = async (act: () => Promise<unknown>) => {
    setIsBusy(true)
    try {
      await act()
    } catch (error) {
      toast({ sentence: sentenceOf(error) })
    } finally {
      setIsBusy(false)
      await refresh()
    }
  }
  return {
    isBusy,
    publish: () =>
      once(async () => {
        const { postId } = await call('answers', 'publishDraft', { draftId })
        toast({ sentence: say('Published.') })
        await navigate({ to: '/threads/$postId', params: { postId } })
      }),
    discard: () =>
      once(async () => {
        await call('answers', 'discardDraft', { draftId })
        toast({ sentence: say('Discarded.') })
      }),
    change: async (change: Change) => {
      await call('answers', 'saveDraft', { draftId, ...change })
      toast({ sentence: say('Changed.') })
      await refresh()
    },
  }
}
