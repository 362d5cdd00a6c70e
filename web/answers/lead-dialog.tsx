// Leading from a question to another one whose answer holds instead.
import { useState } from 'react'
import { call } from '#browser/client'
import { say } from '#browser/say'
import type { QuestionStanding } from '#contract/answers'
import type { PostId } from '#contract/ref'
import { Field } from '#ui/field'
import { useToast } from '#ui/toast'
import { FormDialog } from './form-dialog.tsx'
import { useDo } from './use-standing.ts'

const THREAD = /\/threads\/([0-9a-f-]{36})/

export function LeadDialog({ standing, onClose }: { standing: QuestionStanding; onClose: () => void }) {
  const { postId } = standing
  const [address, setAddress] = useState('')
  const [error, setError] = useState<string>()
  const act = useDo(postId)
  const toast = useToast()
  const leadTo = (byPostId: PostId | null) => act(() => call('answers', 'supersede', { postId, byPostId }))
  const save = async () => {
    const found = THREAD.exec(address)?.[1]
    if (found === undefined) return setError(say('This is not the address of a question.'))
    if (!(await leadTo(found as PostId))) return
    toast({ sentence: say('The question leads to the other answer.'), undo: () => void leadTo(null) })
    onClose()
  }
  return (
    <FormDialog
      title={say('Another answer holds instead')}
      submitLabel={say('Lead there')}
      onSubmit={save}
      onClose={onClose}
    >
      <Field
        label={say('Address of the other question')}
        hint={say('Open the other question and copy its address, or choose “Copy link” there.')}
        value={address}
        onChange={({ target }) => setAddress(target.value)}
        {...(error !== undefined && { error })}
      />
    </FormDialog>
  )
}
