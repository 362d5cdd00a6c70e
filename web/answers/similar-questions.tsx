// What was asked already and is like what one types: answered questions first, and the answer itself where it is most
// likely the same question.
import { Link } from '@tanstack/react-router'
import { say } from '#browser/say'
import type { SimilarQuestion } from '#contract/similar'
import { Button } from '#ui/button'
import { PersonName } from '#ui/person-name'
import { Words } from '#ui/words'
import styles from './similar.module.css'
import { noteOpened } from './use-similar.ts'

export const SIMILAR_ID = 'similar-questions'

type SimilarQuestionsProps = {
  items: readonly SimilarQuestion[]
  onServed: (question: SimilarQuestion) => void
  isConfirming: boolean
}

export function SimilarQuestions({ items, onServed, isConfirming }: SimilarQuestionsProps) {
  return (
    <section id={SIMILAR_ID} className={styles.similar} aria-labelledby={`${SIMILAR_ID}-title`}>
      <h2 id={`${SIMILAR_ID}-title`}>{say('Asked before')}</h2>
      {items.length === 0 ? (
        <p className={styles.facts}>{say('Questions like yours stand here as you type.')}</p>
      ) : (
        <ul className={styles.list}>
          {items.map((question) => (
            <li key={question.postId}>
              <Similar question={question} onServed={onServed} isConfirming={isConfirming} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

type SimilarProps = Omit<SimilarQuestionsProps, 'items'> & { question: SimilarQuestion }

function Similar({ question, onServed, isConfirming }: SimilarProps) {
  const { postId, line, isStrong, answer } = question
  return (
    <>
      <Link
        to="/threads/$postId"
        params={{ postId }}
        className={styles.line}
        onClick={() => noteOpened(postId)}
      >
        {line}
      </Link>
      <p className={styles.facts}>{factsOf(question).join(' · ')}</p>
      {isStrong && answer !== null && (
        <div className={styles.answer}>
          <p className={styles.facts}>
            <PersonName person={answer.author} />
          </p>
          <Words markdown={answer.isCut ? `${answer.opening} …` : answer.opening} />
          <Button kind="plain" disabled={isConfirming} onClick={() => onServed(question)}>
            {say('This answers me')}
          </Button>
        </div>
      )}
    </>
  )
}

const STATES: Record<SimilarQuestion['state'], string> = {
  answered: say('Answered'),
  'out-of-date': say('Answered, perhaps out of date'),
  superseded: say('Answered anew elsewhere'),
  open: say('Not answered yet'),
}

function factsOf({ state, space, waitingCount, reuseCount }: SimilarQuestion): string[] {
  return [
    STATES[state],
    space.name,
    ...(waitingCount > 0
      ? [
          say('{count, plural, one {# more wants to know} other {# more want to know}}', {
            count: waitingCount,
          }),
        ]
      : []),
    ...(reuseCount > 0
      ? [
          say('{count, plural, one {answered # more question} other {answered # more questions}}', {
            count: reuseCount,
          }),
        ]
      : []),
  ]
}
