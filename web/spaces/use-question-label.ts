// How questions stand, asked for all cards on the screen at once, and only after they are there.
import { useQuery } from '@tanstack/react-query'
import { call } from '#browser/client'
import type { QuestionLabel } from '#contract/question-labels'
import type { PostId } from '#contract/ref'

/** As many as the server tells of at once. */
const TOGETHER_MAX = 50

/** @returns nothing as long as it is not known, and for what is no question */
export function useQuestionLabel(postId: PostId): QuestionLabel | undefined {
  const { data } = useQuery({
    queryKey: ['answers', 'list-labels', postId],
    queryFn: () => askTogether(postId),
  })
  return data ?? undefined
}

type Asked = { ids: Set<PostId>; found: Promise<Map<PostId, QuestionLabel>> }

let waiting: Asked | undefined

async function askTogether(postId: PostId): Promise<QuestionLabel | null> {
  if (waiting === undefined || waiting.ids.size >= TOGETHER_MAX) waiting = beginAsking()
  waiting.ids.add(postId)
  return (await waiting.found).get(postId) ?? null
}

/** Cards of one list are drawn in slices; what is drawn within one of them is asked for together. */
function beginAsking(): Asked {
  const ids = new Set<PostId>()
  const found = new Promise((resolve) => setTimeout(resolve)).then(async () => {
    if (waiting?.ids === ids) waiting = undefined
    const { items } = await call('answers', 'listLabels', { postIds: [...ids] })
    return new Map(items.map((label) => [label.postId, label]))
  })
  return { ids, found }
}
