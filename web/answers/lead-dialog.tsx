// Leading from a question to another one whose answer holds instead: found as one types, or by its address.
import { useState } from 'react'
import { call } from '#browser/client'
import { say } from '#browser/say'
import type { QuestionStanding } from '#contract/answers'
import type { PostId } from '#contract/ref'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { useToast } from '#ui/toast'
import { FindQuestion } from './find-question.tsx'
import { useMergingOf } from './use-merging.ts'
import { useSimilar } from './use-similar.ts'
import { useDo } from './use-standing.ts'

const THREAD = /\/threads\/([0-9a-f-]{36})/

type LeadDialogProps = { standing: QuestionStanding; onClose: () => void }

export function LeadDialog({ standing, onClose }: LeadDialogProps) {
  const { postId } = standing
  // What is like this one is found before anything is typed.
  const line = useMergingOf(postId)?.line ?? ''
  const [typed, setTyped] = useState<string>()
  const { isLeading, lead } = useLeading(postId, onClose)
  const words = typed ?? line
  const pasted = THREAD.exec(words)?.[1]
  const found = useSimilar(pasted === undefined ? words : '')
  return (
    <Dialog title={say('Another answer holds instead')} open onClose={onClose}>
      <FindQuestion
        label={say('How the other question asks it, or its address')}
        hint={say('Whoever comes to this question is led to the other one, as its answer holds now.')}
        typed={words}
        onType={setTyped}
        found={found.filter((each) => each.postId !== postId && each.answer !== null)}
        nothing={say('No answered question like it is found. Try other words, or paste its address.')}
        chooseLabel={say('Lead there')}
        isChoosing={isLeading}
        onChoose={(other) => lead(other.postId)}
      >
        {pasted !== undefined && (
          <Button kind="go" disabled={isLeading} onClick={() => lead(pasted as PostId)}>
            {say('Lead to this address')}
          </Button>
        )}
      </FindQuestion>
    </Dialog>
  )
}

function useLeading(postId: PostId, onDone: () => void) {
  const [isLeading, setIsLeading] = useState(false)
  const act = useDo(postId)
  const toast = useToast()
  const leadTo = (byPostId: PostId | null) => act(() => call('answers', 'supersede', { postId, byPostId }))
  const lead = async (byPostId: PostId) => {
    setIsLeading(true)
    const isDone = await leadTo(byPostId)
    setIsLeading(false)
    if (!isDone) return
    toast({ sentence: say('The question leads to the other answer.'), undo: () => void leadTo(null) })
    onDone()
  }
  return { isLeading, lead }
}
