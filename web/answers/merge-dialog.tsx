// Finding the question that was asked before: what is like this one is found by its own words, or by others.
import { useState } from 'react'
import { say } from '#browser/say'
import type { Merging } from '#contract/merging'
import type { SimilarQuestion } from '#contract/similar'
import { Dialog } from '#ui/dialog'
import { FindQuestion } from './find-question.tsx'
import { useMerge } from './use-merging.ts'
import { useSimilar } from './use-similar.ts'

export function MergeDialog({ merging, onClose }: { merging: Merging; onClose: () => void }) {
  const { postId, line } = merging
  const [typed, setTyped] = useState(line)
  const [isMerging, setIsMerging] = useState(false)
  const found = useSimilar(typed).filter((each) => each.postId !== postId)
  const { merge } = useMerge(postId)
  const choose = async (into: SimilarQuestion) => {
    setIsMerging(true)
    if (await merge(into)) onClose()
    setIsMerging(false)
  }
  return (
    <Dialog title={say('This was asked before')} open onClose={onClose}>
      <FindQuestion
        label={say('How the other question asks it')}
        hint={say(
          'Whoever comes to this question is led to the other one, and who waits here waits there. Nothing is changed, and it can be taken apart again.',
        )}
        typed={typed}
        onType={setTyped}
        found={found}
        nothing={say('No other question like it is found. Try other words.')}
        chooseLabel={say('It is this one')}
        isChoosing={isMerging}
        onChoose={choose}
      />
    </Dialog>
  )
}
