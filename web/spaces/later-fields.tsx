// Choosing a time to come: one that people often mean, or any.

import { now, timeZone } from '#browser/clock'
import { fieldTime } from '#browser/field-time'
import { say } from '#browser/say'
import { Field } from '#ui/field'
import styles from './later-fields.module.css'
import { laterWords, presetsFor } from './later-words.ts'

type LaterFieldsProps = { on: string; onChoose: (on: string) => void }

export function LaterFields({ on, onChoose }: LaterFieldsProps) {
  return (
    <>
      <div className={styles.presets}>
        {presetsFor(now()).map((preset) => (
          <button
            key={preset.label}
            type="button"
            className={styles.preset}
            aria-pressed={preset.on === on}
            onClick={() => onChoose(preset.on)}
          >
            {preset.label}
          </button>
        ))}
      </div>
      <Field
        label={say('Day and time')}
        type="datetime-local"
        hint={clockHint(on)}
        min={fieldTime(now())}
        value={on}
        onChange={({ target }) => target.value !== '' && onChoose(target.value)}
      />
    </>
  )
}

function clockHint(on: string): string {
  const zone = timeZone().replaceAll('_', ' ')
  const when = laterWords(on)
  return when === ''
    ? say('On the clocks of {zone}.', { zone })
    : say('On the clocks of {zone}, on {when}.', { zone, when })
}
