// What the asker of a question adds to it without their name.
import { useState } from 'react'
import { Button } from '#ui/button'
import { TextArea } from '#ui/text-area'
import styles from './secrecy.module.css'
import { useSendUnsigned } from './use-send-unsigned.ts'

const CHARACTERS_MAX = 20_000

export type FollowUpFormProps = {
  words: { label: string; send: string; sent: string }
  add: (body: string) => Promise<unknown>
}

export function FollowUpForm({ words, add }: FollowUpFormProps) {
  const [text, setText] = useState('')
  const { isSending, send } = useSendUnsigned(words.sent)
  const body = text.trim()
  const sendIt = async () => {
    if (await send(() => add(body))) setText('')
  }
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        sendIt()
      }}
    >
      <TextArea
        label={words.label}
        value={text}
        maxLength={CHARACTERS_MAX}
        onChange={({ target }) => setText(target.value)}
      />
      <div>
        <Button type="submit" disabled={body === '' || isSending}>
          {words.send}
        </Button>
      </div>
    </form>
  )
}
