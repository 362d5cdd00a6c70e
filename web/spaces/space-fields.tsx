// What is asked of every space, as it is opened and as it is changed.
import { say, sayAs } from '#browser/say'
import { Field } from '#ui/field'
import styles from './form.module.css'

type Named = { name: string; purpose: string }

type NameAndPurposeProps = {
  typed: Named
  onType: (typed: Partial<Named>) => void
  /** What is wrong with them, in a sentence. */
  error: string | undefined
  purposeHint?: string
}

export function NameAndPurpose({ typed, onType, error, purposeHint }: NameAndPurposeProps) {
  return (
    <>
      <Field
        label={sayAs('of a space', 'Name')}
        required
        maxLength={80}
        value={typed.name}
        onChange={({ target }) => onType({ name: target.value })}
        {...(error !== undefined && { error })}
      />
      <Field
        label={say('What it is for')}
        {...(purposeHint !== undefined && { hint: purposeHint })}
        maxLength={400}
        value={typed.purpose}
        onChange={({ target }) => onType({ purpose: target.value })}
      />
    </>
  )
}

export function PorousChoice(props: { isPorous: boolean; onChoose: (isPorous: boolean) => void }) {
  return (
    <label className={styles.choice}>
      <input
        type="checkbox"
        checked={props.isPorous}
        onChange={({ target }) => props.onChoose(target.checked)}
      />
      <span>{say('Porous: guests from outside may be invited')}</span>
    </label>
  )
}
