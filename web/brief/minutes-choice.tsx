// How many minutes a brief may take. Buttons, not radios: arrow keys would build a brief at every step.
import { say } from '#browser/say'
import type { Minutes } from '#contract/brief'
import styles from './minutes-choice.module.css'

const MINUTES = [3, 5, 10, 15] as const satisfies Minutes[]

export function MinutesChoice(props: {
  label: string
  /** The minutes chosen, if any are. */
  minutes: Minutes | undefined
  isBusy?: boolean
  onChoose: (minutes: Minutes) => void
}) {
  const { label, minutes, isBusy = false, onChoose } = props
  return (
    <fieldset className={styles.choice} aria-label={label} disabled={isBusy}>
      {MINUTES.map((each) => (
        <button
          key={each}
          type="button"
          className={styles.option}
          aria-pressed={each === minutes}
          onClick={() => onChoose(each)}
        >
          {say('{minutes} min', { minutes: each })}
        </button>
      ))}
    </fieldset>
  )
}
