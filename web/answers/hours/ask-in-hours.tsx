// Queueing a question. What is typed is kept until it is queued.
import { type FormEvent, useState } from 'react'
import { clearDraft, useDraft } from '#browser/drafts'
import { say, sayAs } from '#browser/say'
import type { OfficeHours } from '#contract/office-hours'
import { Button } from '#ui/button'
import { TextArea } from '#ui/text-area'
import styles from './hours.module.css'
import { useHoursDeed } from './use-hours.ts'

const QUESTION_CHARACTERS_MAX = 20_000

export function AskInHours({ hours: { id, host } }: { hours: OfficeHours }) {
  const draftKey = `office-hours:${id}`
  const [text, setText] = useDraft(draftKey, '')
  const [isSending, setIsSending] = useState(false)
  const act = useHoursDeed()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setIsSending(true)
    if (await act('askInHours', { hoursId: id, body: text })) clearDraft(draftKey)
    setIsSending(false)
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextArea
        label={say('Your question to {name}', { name: host.name })}
        value={text}
        required
        maxLength={QUESTION_CHARACTERS_MAX}
        onChange={({ target }) => setText(target.value)}
      />
      <div className={styles.buttons}>
        <Button kind="go" type="submit" disabled={isSending || text.trim() === ''}>
          {sayAs('a question', 'Ask')}
        </Button>
      </div>
    </form>
  )
}
