// A reason out of the short list with a sentence of one's own, and a sentence alone.
import { type FormEvent, useState } from 'react'
import { LANGUAGE } from '#browser/language'
import type { HideReason } from '#contract/said'
import { Button } from '#ui/button'
import { TextArea } from '#ui/text-area'
import form from './form.module.css'
import { HIDE_REASONS } from './hide-reasons.ts'
import styles from './moderation.module.css'
import type { Why } from './use-moderation.ts'

const SENTENCE_CHARACTERS_MAX = 500
const REASONS = Object.keys(HIDE_REASONS) as HideReason[]

type FormProps = { label: string; note: string; submit: string }

export function ReasonForm({
  legend,
  label,
  note,
  submit,
  onSubmit,
}: FormProps & { legend: string; onSubmit: (why: Why) => Promise<void> }) {
  const [reason, setReason] = useState<HideReason>()
  const [sentence, setSentence] = useState('')
  const { isBusy, press } = usePress(() =>
    reason === undefined ? undefined : onSubmit({ reason, sentence }),
  )
  return (
    <form className={styles.form} onSubmit={press}>
      <fieldset className={form.options}>
        <legend>{legend}</legend>
        {REASONS.map((each) => (
          <label key={each} className={form.choice}>
            <input type="radio" name="reason" checked={each === reason} onChange={() => setReason(each)} />
            {capitalised(HIDE_REASONS[each])}
          </label>
        ))}
      </fieldset>
      <TextArea
        label={label}
        maxLength={SENTENCE_CHARACTERS_MAX}
        value={sentence}
        onChange={({ target }) => setSentence(target.value)}
      />
      <p className={styles.note}>{note}</p>
      <div className={styles.buttons}>
        <Button kind="go" type="submit" disabled={isBusy || reason === undefined}>
          {submit}
        </Button>
      </div>
    </form>
  )
}

export function SentenceForm({
  label,
  note,
  submit,
  max,
  onSubmit,
}: FormProps & { max: number; onSubmit: (sentence: string) => Promise<void> }) {
  const [sentence, setSentence] = useState('')
  const { isBusy, press } = usePress(() => onSubmit(sentence))
  return (
    <form className={styles.form} onSubmit={press}>
      <TextArea
        label={label}
        maxLength={max}
        value={sentence}
        onChange={({ target }) => setSentence(target.value)}
      />
      <p className={styles.note}>{note}</p>
      <div className={styles.buttons}>
        <Button kind="go" type="submit" disabled={isBusy || sentence.trim() === ''}>
          {submit}
        </Button>
      </div>
    </form>
  )
}

function usePress(act: () => Promise<void> | undefined) {
  const [isBusy, setIsBusy] = useState(false)
  const press = async (event: FormEvent) => {
    event.preventDefault()
    setIsBusy(true)
    await act()
    setIsBusy(false)
  }
  return { isBusy, press }
}

function capitalised(words: string): string {
  return words.charAt(0).toLocaleUpperCase(LANGUAGE) + words.slice(1)
}
