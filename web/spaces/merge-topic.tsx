// A steward lets one topic lead to another.
import { useNavigate } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '#browser/problem'
import { say, sayAs } from '#browser/say'
import { Button } from '#ui/button'
import { Dialog } from '#ui/dialog'
import { Field } from '#ui/field'
import { useToast } from '#ui/toast'
import form from './form.module.css'
import { useMergeTopics, useUnmergeTopic } from './use-topics.ts'

export function MergeTopic({ topic, onClose }: { topic: string; onClose: () => void }) {
  const [into, setInto] = useState('')
  const merge = useMergeTopics()
  const unmerge = useUnmergeTopic()
  const navigate = useNavigate()
  const toast = useToast()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const isDone = await merge
      .mutateAsync({ topic, into })
      .then(() => true)
      // The sentence stands under the field; nothing typed is lost.
      .catch(() => false)
    if (!isDone) return
    onClose()
    toast({
      sentence: say('#{topic} leads to #{into} now.', { topic, into: wordOf(into) }),
      undo: () => unmerge.mutate(topic),
    })
    navigate({ to: '/topics/$topic', params: { topic: wordOf(into) } })
  }
  return (
    <Dialog title={say('Merge #{topic}', { topic })} open onClose={onClose}>
      <form className={form.form} onSubmit={submit}>
        <Field
          label={say('Into which topic')}
          hint={say(
            'Whoever looks for #{topic} is led there. What was written stays as it is, and this can be taken back.',
            { topic },
          )}
          required
          maxLength={61}
          value={into}
          onChange={({ target }) => setInto(target.value)}
          {...(merge.error && { error: sentenceOf(merge.error) })}
        />
        <Button kind="go" type="submit" disabled={merge.isPending}>
          {sayAs('topics', 'Merge')}
        </Button>
      </form>
    </Dialog>
  )
}

function wordOf(typed: string): string {
  return typed.trim().replace(/^#/, '').toLowerCase()
}
