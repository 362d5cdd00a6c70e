// What the minutes are reckoned with, to be changed by whoever the ledger is about.
import { type FormEvent, useState } from 'react'
import { say, sayAs } from '#browser/say'
import type { Scale, ScaleAssumptions } from '#contract/scale'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import page from '../ui/page.module.css'
import styles from './ledger.module.css'
import { useSaveAssumptions } from './use-scale.ts'

const MINUTES_MAX = 480

type Name = keyof ScaleAssumptions
const FIELDS: { name: Name; label: string; most: number }[] = [
  { name: 'minutesPerAnswer', label: say('Minutes to answer once more'), most: MINUTES_MAX },
  { name: 'writingMinutes', label: say('Minutes it took to write an answer'), most: MINUTES_MAX },
  { name: 'askerMinutes', label: say('Minutes spared by finding instead of asking'), most: MINUTES_MAX },
  { name: 'unconfirmedWeight', label: say('Weight of “perhaps”, from 0 to 1'), most: 1 },
]

export function LedgerAssumptions({ scale }: { scale: Scale }) {
  const { assumptions, defaults, may, of } = scale
  const [typed, setTyped] = useState(() => textsOf(assumptions))
  const save = useSaveAssumptions(of)
  const isUsual = FIELDS.every(({ name }) => assumptions[name] === defaults[name])
  const submit = (event: FormEvent) => {
    event.preventDefault()
    save.mutate(numbersOf(typed))
  }
  return (
    <section className={styles.sheet} aria-labelledby="assumptions">
      <h2 id="assumptions">{say('What is assumed')}</h2>
      <p className={styles.hint}>{sourceSentence(scale)}</p>
      <form onSubmit={submit} className={styles.form}>
        {FIELDS.map(({ name, label, most }) => (
          <Field
            key={name}
            label={label}
            type="number"
            inputMode="decimal"
            required
            min={0}
            max={most}
            step="any"
            value={typed[name]}
            readOnly={!may.assume}
            onChange={({ target }) => setTyped({ ...typed, [name]: target.value })}
          />
        ))}
        {may.assume ? (
          <div className={page.row}>
            <Button type="submit" kind="go" disabled={save.isPending}>
              {say('Reckon with these')}
            </Button>
            {!isUsual && (
              <Button disabled={save.isPending} onClick={() => save.mutate(null)}>
                {sayAs('what is assumed', 'Back to the usual')}
              </Button>
            )}
          </div>
        ) : (
          <p className={styles.hint}>{say('Stewards set what the network reckons with.')}</p>
        )}
      </form>
    </section>
  )
}

function sourceSentence({ measured, defaults: { minutesPerAnswer: minutes } }: Scale): string {
  if (measured === null)
    return say('Minutes spared are what answering again would have taken, less what writing took.')
  if (measured.answerCount < measured.needed)
    return say(
      'Minutes spared are what answering again would have taken, less what writing took. {minutes} minutes are usual, until {needed} answers of yours were timed in your brief.',
      { minutes, needed: measured.needed },
    )
  return say(
    'Minutes spared are what answering again would have taken, less what writing took. {minutes} minutes are the median of {count} answers that you gave in your brief.',
    { minutes, count: measured.answerCount },
  )
}

function textsOf(assumptions: ScaleAssumptions): Record<Name, string> {
  const { minutesPerAnswer, writingMinutes, askerMinutes, unconfirmedWeight } = assumptions
  return {
    minutesPerAnswer: String(minutesPerAnswer),
    writingMinutes: String(writingMinutes),
    askerMinutes: String(askerMinutes),
    unconfirmedWeight: String(unconfirmedWeight),
  }
}

function numbersOf(typed: Record<Name, string>): ScaleAssumptions {
  return {
    minutesPerAnswer: Number(typed.minutesPerAnswer),
    writingMinutes: Number(typed.writingMinutes),
    askerMinutes: Number(typed.askerMinutes),
    unconfirmedWeight: Number(typed.unconfirmedWeight),
  }
}
