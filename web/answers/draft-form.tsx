// A draft of a question and its answer, to be changed before it is published.
import { type FormEvent, useState } from 'react'
import { sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import type { QuestionDraft } from '#contract/question-drafts'
import type { SpaceId } from '#contract/ref'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import { TextArea } from '#ui/text-area'
import styles from './drafts-page.module.css'
import type { useDraftActs } from './use-question-drafts.ts'
import { WhichSpace } from './which-space.tsx'

/** The same bounds as the contract's. */
const TITLE_CHARACTERS_MAX = 300
const WORDS_CHARACTERS_MAX = 20_000

type DraftFormProps = {
  draft: QuestionDraft
  onChange: ReturnType<typeof useDraftActs>['change']
  onClose: () => void
}

export function DraftForm({ draft, onChange, onClose }: DraftFormProps) {
  const form = useDraftForm(draft, onChange, onClose)
  return (
    <form className={styles.form} onSubmit={form.submit}>
      <Field
        label={say('Title')}
        maxLength={TITLE_CHARACTERS_MAX}
        value={form.title}
        onChange={({ target }) => form.setTitle(target.value)}
      />
      <TextArea
        label={say('Question')}
        maxLength={WORDS_CHARACTERS_MAX}
        required
        value={form.question}
        onChange={({ target }) => form.setQuestion(target.value)}
      />
      <TextArea
        label={say('Answer, if there is one')}
        maxLength={WORDS_CHARACTERS_MAX}
        value={form.answer}
        onChange={({ target }) => form.setAnswer(target.value)}
      />
      <WhichSpace
        spaceId={form.spaceId}
        onChoose={form.setSpaceId}
        problem={form.lacksSpace ? say('Choose the space in which you ask.') : undefined}
      />
      {form.problem !== undefined && (
        <p className={styles.problem} role="alert">
          {form.problem}
        </p>
      )}
      <footer className={styles.foot}>
        <Button kind="go" type="submit" disabled={form.isSaving}>
          {say('Change')}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {say('Cancel')}
        </Button>
      </footer>
    </form>
  )
}

function useDraftForm(draft: QuestionDraft, onChange: DraftFormProps['onChange'], onClose: () => void) {
  const [title, setTitle] = useState(draft.title ?? '')
  const [question, setQuestion] = useState(draft.question)
  const [answer, setAnswer] = useState(draft.answer ?? '')
  const [spaceId, setSpaceId] = useState<string>(draft.space?.id ?? '')
  const [lacksSpace, setLacksSpace] = useState(false)
  const [isSaving, setIsSaving] = useState(false)
  const [problem, setProblem] = useState<string>()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setLacksSpace(spaceId === '')
    if (spaceId === '') return
    setIsSaving(true)
    setProblem(undefined)
    try {
      const words = { title: title.trim() || null, question, answer: answer.trim() || null }
      await onChange({ ...words, spaceId: spaceId as SpaceId })
      onClose()
    } catch (error) {
      setProblem(sentenceOf(error))
    } finally {
      setIsSaving(false)
    }
  }
  return {
    ...{ title, setTitle, question, setQuestion, answer, setAnswer, spaceId, setSpaceId },
    ...{ lacksSpace, isSaving, problem, submit },
  }
}
