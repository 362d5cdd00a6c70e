// How far whoever asks is known: chosen before anything is written, as what is typed by name is looked up while one types.
import { useId } from 'react'
import { say } from '#browser/say'
import type { Strength } from '#contract/answers'
import choices from '../../ui/choices.module.css'
import styles from './secrecy.module.css'

/** So many people may have asked at the least, and so many questions can be asked anonymously in a week. */
export const PEOPLE_MIN = 5
const TOKENS_MAX = 3

type StrengthChoiceProps = { chosen: Strength; onChoose: (strength: Strength) => void }

export function StrengthChoice({ chosen, onChoose }: StrengthChoiceProps) {
  const id = useId()
  const offered: { strength: Strength; label: string; means: string }[] = [
    {
      strength: 'named',
      label: say('With your name'),
      means: say('Whoever reads the space sees that you ask, and you are told of every answer.'),
    },
    {
      strength: 'confidential',
      label: say('Confidentially'),
      means: say(
        'Nobody sees in Foyer that you asked, administrators included, and you are told of every answer; who runs the server could find out from its database.',
      ),
    },
    {
      strength: 'anonymous',
      label: say('Anonymously'),
      means: say(
        'Nobody can look up who asked, administrators included: it may have been any of the {least} people or more who hold tokens this week. Only how you write, or somebody who watches the lines to the server or changes its program, could give you away.',
        { least: PEOPLE_MIN },
      ),
    },
  ]
  return (
    <fieldset className={`${choices.choices} ${styles.strengths}`}>
      <legend>{say('Who learns that you ask')}</legend>
      {offered.map(({ strength, label, means }) => (
        <div key={strength}>
          <label className={choices.choice}>
            <input
              type="radio"
              name={id}
              checked={chosen === strength}
              onChange={() => onChoose(strength)}
              aria-describedby={`${id}-${strength}`}
            />
            {label}
          </label>
          <p id={`${id}-${strength}`} className={styles.means}>
            {means}
          </p>
        </div>
      ))}
      <Bounds of={chosen} />
    </fieldset>
  )
}

/** What else holds for a question without a name. */
function Bounds({ of }: { of: Strength }) {
  if (of === 'named') return null
  return (
    <p className={styles.means}>
      {of === 'confidential'
        ? say(
            'In spaces that at least {least} people of the house read, without files. It is posted at once as from “A colleague”, can be added to and cannot be changed. Do not name in it what only you would know.',
            { least: PEOPLE_MIN },
          )
        : say(
            'Up to {most, plural, one {# question} other {# questions}} a week, in open spaces, without files. It is posted with the next full hour, can be added to and cannot be changed. Do not name in it what only you would know.',
            { most: TOKENS_MAX },
          )}
    </p>
  )
}
