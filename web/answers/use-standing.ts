// How a question stands, as the page holds it: changed at once, put right on a refusal, and asked anew when it changed.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { useLive } from '#browser/live'
import { sentenceOf } from '#browser/problem'
import { askAnew, showAtOnce } from '#browser/queries'
import type { QuestionStanding } from '#contract/answers'
import type { PostId } from '#contract/ref'
import { useToast } from '#ui/toast'

const standingKey = (postId: PostId) => ['answers', 'get-question', postId]

/** What the page holds of a question, besides how it stands: what leads to it, to whom it was put, and its label on cards. */
const PARTS = ['get-question', 'get-merging', 'get-routing', 'list-labels']

/** @param postId nothing for a post that is no question */
export function useStandingOf(postId: PostId | undefined): QuestionStanding | undefined {
  const queries = useQueryClient()
  const { data } = useQuery({
    queryKey: ['answers', 'get-question', postId],
    queryFn: () => call('answers', 'getQuestion', { postId: postId as PostId }),
    enabled: postId !== undefined,
  })
  useLive({ ...(postId !== undefined && { postId }) }, (event) => {
    const isMeant = event.what === 'hello' || (event.what === 'question-changed' && event.postId === postId)
    if (!isMeant || postId === undefined) return
    for (const part of PARTS) void askAnew(queries, ['answers', part, postId])
  })
  return data
}

type Change = (standing: QuestionStanding) => QuestionStanding

/** @returns does something with the question; `shown` is what the page shows until the answer is there */
export function useDo(
  postId: PostId,
): (ask: () => Promise<QuestionStanding>, shown?: Change) => Promise<boolean> {
  const queries = useQueryClient()
  const toast = useToast()
  const queryKey = standingKey(postId)
  return async (ask, shown) => {
    const before = queries.getQueryData<QuestionStanding>(queryKey)
    if (shown !== undefined) showAtOnce(queries, queryKey, shown)
    try {
      queries.setQueryData(queryKey, await ask())
      // The cards that the question has elsewhere.
      void askAnew(queries, ['answers', 'list-labels', postId])
      return true
    } catch (error) {
      queries.setQueryData(queryKey, before)
      toast({ sentence: sentenceOf(error) })
      return false
    }
  }
}
