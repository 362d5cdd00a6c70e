// Words that those who lead office hours write: an answer, or a reason. They are kept until they are sent.
import { type FormEvent, useState } from 'react'
import { clearDraft, useDraft } from '#browser/drafts'
import { say } from '#browser/say'
import { Button } from '#ui/button'
import { TextArea } from '#ui/text-area'
import styles from './hours.module.css'

const WORDS_CHARACTERS_MAX = 20_000

type WordsFormProps = {
  draftKey: string
  label: string
  submit: string
  most?: number
  /** Answers whether it was done; the words stay where it was refused. */
  onSubmit: (text: string) => Promise<boolean>
  onCancel?: () => void
}

export function WordsForm({ draftKey, label, submit, most, onSubmit, onCancel }: WordsFormProps) {
  const [text, setText] = useDraft(draftKey, '')
  const [isSending, setIsSending] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setIsSending(true)
    if (await onSubmit(text)) {
      clearDraft(draftKey)
      onCancel?.()
    }
    setIsSending(false)
  }
  return (
    <form className={styles.inner} onSubmit={send}>
      <TextArea
        label={label}
        value={text}
        required
        maxLength={most ?? WORDS_CHARACTERS_MAX}
        onChange={({ target }) => setText(target.value)}
      />
      <div className={styles.buttons}>
        <Button kind="go" type="submit" disabled={isSending || text.trim() === ''}>
          {submit}
        </Button>
        {onCancel && (
          <Button kind="quiet" onClick={onCancel}>
            {say('Cancel')}
          </Button>
        )}
      </div>
    </form>
  )
}
