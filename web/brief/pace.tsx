// How fast one reads; the brief reckons the seconds of a card by it.
import { useState } from 'react'
import { say } from '#browser/say'
import styles from './pace.module.css'

const PACE = { min: 150, max: 350, step: 5 }

type PaceProps = { wordsPerMinute: number; onChoose: (wordsPerMinute: number) => void }

export function Pace({ wordsPerMinute, onChoose }: PaceProps) {
  const [shown, setShown] = useState(wordsPerMinute)
  // Dragging moves the number; letting go saves it.
  const save = () => {
    if (shown !== wordsPerMinute) onChoose(shown)
  }
  return (
    <label className={styles.pace}>
      <input
        type="range"
        aria-label={say('Words a minute')}
        min={PACE.min}
        max={PACE.max}
        step={PACE.step}
        value={shown}
        onChange={({ target }) => setShown(Number(target.value))}
        onPointerUp={save}
        onBlur={save}
      />
      <output className={styles.value}>{shown}</output>
    </label>
  )
}
