// What answered somebody takes the place of their question, whose words can be brought back.
import { useState } from 'react'
import { clearDraft } from '#browser/drafts'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { SimilarQuestion } from '#contract/similar'
import { useToast } from '#ui/toast'
import { useConfirmAnswer } from './use-similar.ts'

/** @param draft under which name what is begun of the question is kept */
export function useServed({ draft, text }: { draft: string; text: string }) {
  const [served, setServed] = useState<SimilarQuestion>()
  const toast = useToast()
  const confirm = useConfirmAnswer()
  const serve = (question: SimilarQuestion) =>
    confirm.mutate(
      { postId: question.postId, text },
      {
        onSuccess: () => {
          const bringBack = clearDraft(draft)
          setServed(question)
          const undo = () => {
            bringBack()
            setServed(undefined)
          }
          toast({ sentence: say('Draft discarded.'), undo })
        },
        onError: (error) => toast({ sentence: sentenceOf(error) }),
      },
    )
  return { served, serve, isConfirming: confirm.isPending, askAgain: () => setServed(undefined) }
}
