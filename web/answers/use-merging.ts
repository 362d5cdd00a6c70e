// What a question was merged into, as the page holds it, and merging it.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { Merging } from '#contract/merging'
import type { QuestionRef } from '#contract/question-ref'
import type { PostId } from '#contract/ref'
import { useToast } from '#ui/toast'

const mergingKey = (postId: PostId) => ['answers', 'get-merging', postId]

export function useMergingOf(postId: PostId): Merging | undefined {
  const { data } = useQuery({
    queryKey: mergingKey(postId),
    queryFn: () => call('answers', 'getMerging', { postId }),
  })
  return data
}

/** Told once it is done, as a merging may be refused for what others may read. */
export function useMerge(postId: PostId) {
  const queries = useQueryClient()
  const toast = useToast()
  const put = async (ask: () => Promise<Merging>): Promise<boolean> => {
    try {
      queries.setQueryData(mergingKey(postId), await ask())
      for (const part of ['get-question', 'list-labels'])
        void queries.invalidateQueries({ queryKey: ['answers', part, postId] })
      return true
    } catch (error) {
      toast({ sentence: sentenceOf(error) })
      return false
    }
  }
  const unmerge = () => put(() => call('answers', 'unmergeQuestion', { postId }))
  const merge = (intoPostId: PostId) => put(() => call('answers', 'mergeQuestion', { postId, intoPostId }))
  return {
    merge: async ({ postId: intoPostId }: QuestionRef) => {
      const isDone = await merge(intoPostId)
      if (isDone) {
        const sentence = say('The question leads to the one that was asked before.')
        toast({ sentence, undo: () => void unmerge() })
      }
      return isDone
    },
    unmerge: async (into: QuestionRef) => {
      if (!(await unmerge())) return
      toast({ sentence: say('The question stands by itself again.'), undo: () => void merge(into.postId) })
    },
  }
}
