// Questions like the one that is being typed, and what one does with them.
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '#browser/client'
import { useSettled } from '#browser/use-settled'
import type { PostId } from '#contract/ref'

const SETTLED_MS = 250
/** Five letters of a script that parts no words may be a question; the server judges what is longer. */
const CHARACTERS_MIN = 5

/** What was found before stays until the next is there, so that nothing jumps while one types. */
export function useSimilar(typed: string) {
  const text = useSettled(typed.trim(), SETTLED_MS)
  const isAsked = text.length >= CHARACTERS_MIN
  const { data } = useQuery({
    queryKey: ['answers', 'list-similar', text],
    queryFn: () => call('answers', 'listSimilar', { text }),
    enabled: isAsked,
    placeholderData: keepPreviousData,
  })
  return isAsked && data !== undefined ? data.items : []
}

export function useConfirmAnswer() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (confirmed: { postId: PostId; text: string }) => call('answers', 'confirmAnswer', confirmed),
    onSuccess: () => client.invalidateQueries({ queryKey: ['answers'] }),
  })
}

/** It only counts, so whoever opens a question neither waits for it nor hears of a line that broke. */
export function noteOpened(postId: PostId): void {
  call('answers', 'noteOpened', { postId }).catch(() => {})
}
