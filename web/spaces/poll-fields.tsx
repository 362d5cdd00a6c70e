// The fields of a poll: its question and options, how many one may choose, when it closes and who sees what then.

import { Plus, X } from 'lucide-react'
import { useId } from 'react'
import { now } from '#browser/clock'
import { fieldTime } from '#browser/field-time'
import { say, sayAs } from '#browser/say'
import { Button } from '#ui/button'
import { Field } from '#ui/field'
import styles from './poll-fields.module.css'
import { OPTIONS_MAX, type PollDraft } from './poll-words.ts'

const OPTION_CHARACTERS_MAX = 120
const QUESTION_CHARACTERS_MAX = 300

type PollFieldsProps = { draft: PollDraft; onDraft: (draft: PollDraft) => void }

export function PollFields({ draft, onDraft }: PollFieldsProps) {
  const change = (more: Partial<PollDraft>) => onDraft({ ...draft, ...more })
  return (
    <div className={styles.fields}>
      <Field
        label={say('Question, unless your words ask it')}
        maxLength={QUESTION_CHARACTERS_MAX}
        value={draft.question}
        onChange={({ target }) => change({ question: target.value })}
      />
      <Options options={draft.options} onOptions={(options) => change({ options })} />
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={draft.takesSeveral}
          onChange={({ target }) => change({ takesSeveral: target.checked })}
        />
        {say('Several options may be chosen')}
      </label>
      <Closing draft={draft} onChange={change} />
      <Choice
        label={say('Results are shown')}
        value={draft.shows}
        choices={{
          'after-vote': say('To whoever voted'),
          'at-close': say('To everybody once it is closed'),
        }}
        onChoose={(shows) => change({ shows })}
      />
    </div>
  )
}

type OptionsProps = { options: string[]; onOptions: (options: string[]) => void }

function Options({ options, onOptions }: OptionsProps) {
  return (
    <fieldset className={styles.options}>
      <legend>{sayAs('of a poll', 'Options')}</legend>
      {options.map((option, at) => (
        // An option is its place: two may hold the same words while they are being written.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above.
        <div key={at} className={styles.option}>
          <input
            className={styles.words}
            aria-label={say('Option {number}', { number: at + 1 })}
            placeholder={say('Option {number}', { number: at + 1 })}
            maxLength={OPTION_CHARACTERS_MAX}
            value={option}
            onChange={({ target }) => onOptions(options.with(at, target.value))}
          />
          {options.length > 2 && (
            <button
              type="button"
              className={styles.remove}
              aria-label={say('Remove option {number}', { number: at + 1 })}
              onClick={() => onOptions(options.toSpliced(at, 1))}
            >
              <X size={20} strokeWidth={1.75} aria-hidden="true" />
            </button>
          )}
        </div>
      ))}
      {options.length < OPTIONS_MAX && (
        <Button
          kind="quiet"
          icon={<Plus size={18} strokeWidth={1.75} aria-hidden="true" />}
          onClick={() => onOptions([...options, ''])}
        >
          {say('Add an option')}
        </Button>
      )}
    </fieldset>
  )
}

type ClosingProps = { draft: PollDraft; onChange: (more: Partial<PollDraft>) => void }

function Closing({ draft, onChange }: ClosingProps) {
  return (
    <>
      <Choice
        label={sayAs('when a poll ends', 'Closes')}
        value={draft.closes}
        choices={{
          1: say('In a day'),
          3: say('In three days'),
          7: say('In a week'),
          14: say('In two weeks'),
          at: say('At a time of your own'),
          'by-hand': say('When you close it'),
        }}
        onChoose={(closes) => onChange({ closes })}
      />
      {draft.closes === 'at' && (
        <Field
          label={sayAs('when a poll ends', 'Closes on')}
          type="datetime-local"
          min={fieldTime(now())}
          value={draft.closesOn}
          onChange={({ target }) => onChange({ closesOn: target.value })}
        />
      )}
    </>
  )
}

type ChoiceProps<Value extends string> = {
  label: string
  value: Value
  choices: Record<Value, string>
  onChoose: (value: Value) => void
}

function Choice<Value extends string>({ label, value, choices, onChoose }: ChoiceProps<Value>) {
  const id = useId()
  return (
    <div className={styles.choice}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className={styles.select}
        value={value}
        onChange={({ target }) => onChoose(target.value as Value)}
      >
        {Object.entries<string>(choices).map(([each, words]) => (
          <option key={each} value={each}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
