// The pace that was learned from what one read, and the way back to one's own.
import { LANGUAGE } from '#browser/language'
import { say } from '#browser/say'
import type { AttentionOverview, PaceChoice } from '#contract/attention'
import choices from '../../ui/choices.module.css'
import styles from './attention.module.css'

type LearnedPaceProps = {
  pace: AttentionOverview['pace']
  /** What was chosen and is being saved. */
  wanted: PaceChoice | undefined
  onChoose: (choice: PaceChoice) => void
}

const CHOICES: { value: PaceChoice; label: string }[] = [
  { value: 'learned', label: say('As I read') },
  { value: 'own', label: say('As I set it') },
]

export function LearnedPace({ pace, wanted = pace.choice, onChoose }: LearnedPaceProps) {
  return (
    <section className={styles.sheet} aria-labelledby="learned-pace">
      <h2 id="learned-pace">{say('How fast you read')}</h2>
      <p className={styles.figure}>{learnedSentence(pace)}</p>
      {pace.byLanguage.length > 1 && (
        <ul className={styles.rows}>
          {pace.byLanguage.map(({ language, wordsPerMinute, readingCount }) => (
            <li key={language}>
              {say('{language}: {wordsPerMinute} words a minute, from {readingCount} readings', {
                language: languageName(language),
                wordsPerMinute,
                readingCount,
              })}
            </li>
          ))}
        </ul>
      )}
      <fieldset className={choices.choices}>
        <legend>{say('Your brief reckons')}</legend>
        {CHOICES.map(({ value, label }) => (
          <label key={value} className={choices.choice}>
            <input
              type="radio"
              name="pace-choice"
              checked={wanted === value}
              onChange={() => onChoose(value)}
            />
            {label}
          </label>
        ))}
      </fieldset>
      <p className={styles.hint}>
        {say(
          'It goes by {wordsPerMinute} words a minute now. The pace you set is in the settings of your brief.',
          {
            wordsPerMinute: pace.wordsPerMinute,
          },
        )}
      </p>
    </section>
  )
}

function learnedSentence({ learned, readingsNeeded }: AttentionOverview['pace']): string {
  return learned === null
    ? say('Not learned yet: it takes {readingsNeeded} readings, and is looked at every night.', {
        readingsNeeded,
      })
    : say('Learned from {readingCount} readings: {wordsPerMinute} words a minute.', learned)
}

/** "Norwegian Bokmål"; the code where the browser knows no name. */
function languageName(code: string): string {
  return new Intl.DisplayNames(LANGUAGE, { type: 'language', fallback: 'code' }).of(code) ?? code
}
