// One line under the question that tells how much was found: for the eye on a small screen, where the questions stand
// below the form, and for the ear. It is always there, so that nothing moves when it changes.
import { say } from '#browser/say'
import type { SimilarQuestion } from '#contract/similar'
import styles from './similar.module.css'
import { SIMILAR_ID } from './similar-questions.tsx'

export function SimilarTold({ items }: { items: readonly SimilarQuestion[] }) {
  const answeredCount = items.filter(({ state }) => state !== 'open').length
  return (
    <div className={styles.told}>
      <p role="status">
        {items.length === 0
          ? say('It may have been answered already. That is looked up as you type.')
          : say(
              '{count, plural, one {# question is like yours} other {# questions are like yours}}, {answeredCount, plural, =0 {none of them answered} other {# answered}}.',
              { count: items.length, answeredCount },
            )}
      </p>
      {items.length > 0 && <a href={`#${SIMILAR_ID}`}>{say('See them')}</a>}
    </div>
  )
}
