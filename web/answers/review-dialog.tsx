// Choosing who answers for an answer, and the day on which they look at it again.
import { useState } from 'react'
import { call } from '#browser/client'
import { say } from '#browser/say'
import type { QuestionStanding } from '#contract/answers'
import { Field } from '#ui/field'
import { FormDialog } from './form-dialog.tsx'
import type { PanelParts } from './panel-parts.ts'
import { useDo } from './use-standing.ts'

type ReviewDialogProps = { standing: QuestionStanding; parts: PanelParts; onClose: () => void }

export function ReviewDialog({ standing, parts: { PersonPicker }, onClose }: ReviewDialogProps) {
  const { postId } = standing
  const [owner, setOwner] = useState(standing.owner)
  const [reviewOn, setReviewOn] = useState(standing.reviewOn ?? '')
  const act = useDo(postId)
  const save = async () => {
    const isOther = owner !== null && owner.id !== standing.owner?.id
    const changed = {
      ...(isOther && { ownerId: owner.id }),
      ...(reviewOn !== '' && reviewOn !== standing.reviewOn && { reviewOn }),
    }
    const isDone =
      Object.keys(changed).length === 0 ||
      (await act(() => call('answers', 'setReview', { postId, ...changed })))
    if (isDone) onClose()
  }
  return (
    <FormDialog
      title={say('Who answers for it, and until when')}
      submitLabel={say('Save')}
      onSubmit={save}
      onClose={onClose}
    >
      <Field
        label={say('Day on which the answer is looked at again')}
        hint={say('From the day after, it is marked as out of date.')}
        type="date"
        value={reviewOn}
        onChange={({ target }) => setReviewOn(target.value)}
      />
      <p>
        {owner === null
          ? say('Nobody answers for this answer at present.')
          : say('{name} answers for it.', { name: owner.name })}
      </p>
      <PersonPicker label={say('Somebody else answers for it')} onPick={setOwner} />
    </FormDialog>
  )
}
