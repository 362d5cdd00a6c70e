// Asking without one's name: the words of the question, and where it is asked. Who learns what is for whoever hands over
// how it is sent.
import type { ReactNode } from 'react'
import { useDraft } from '#browser/drafts'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { SpaceId } from '#contract/ref'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { TextArea } from '#ui/text-area'
import styles from '../ask.module.css'

const TITLE_CHARACTERS_MAX = 300
const DETAILS_CHARACTERS_MAX = 20_000

export type SecretWords = { spaceId: SpaceId; title: string; body: string }

/** @param draft under which name what is begun is kept on this device */
export function useSecretWords(draft: string) {
  const [title, setTitle] = useDraft(`${draft}:title`, '')
  const [body, setBody] = useDraft(draft, '')
  const [spaceId, setSpaceId] = useDraft(`${draft}:space`, '')
  const given = { spaceId: spaceId as SpaceId, title: title.trim(), body: body.trim() }
  return { title, setTitle, body, setBody, spaceId, setSpaceId, given }
}

type SecretFormProps = {
  words: ReturnType<typeof useSecretWords>
  /** What stands below the question while it is typed. */
  told?: ReactNode
  /** Where it is asked. */
  children: ReactNode
  submitLabel: string
  isSending: boolean
  error: Error | null
  /** Rejects when it was refused, which then stands in `error`. */
  send: (given: SecretWords) => Promise<unknown>
}

export function SecretForm({ words, told, children, submitLabel, isSending, error, send }: SecretFormProps) {
  const { given } = words
  const isReady = given.title !== '' && words.spaceId !== '' && !isSending
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        // What was refused stands below.
        if (isReady) send(given).catch(() => {})
      }}
    >
      <Field
        label={say('Your question')}
        maxLength={TITLE_CHARACTERS_MAX}
        value={words.title}
        onChange={({ target }) => words.setTitle(target.value)}
      />
      {told}
      <TextArea
        label={say('Details, if it needs them')}
        maxLength={DETAILS_CHARACTERS_MAX}
        value={words.body}
        onChange={({ target }) => words.setBody(target.value)}
      />
      {children}
      {error !== null && (
        <p role="alert" className={styles.problem}>
          {sentenceOf(error)}
        </p>
      )}
      <Button kind="go" type="submit" disabled={!isReady}>
        {submitLabel}
      </Button>
    </form>
  )
}
