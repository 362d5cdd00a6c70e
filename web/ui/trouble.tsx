import { Link } from '@tanstack/react-router'
import { codeOf, isNowhere, sentenceOf } from '#browser/problem'
import { say } from '#browser/say'
import { Button } from './button.tsx'
import styles from './trouble.module.css'

/** What went wrong while fetching, and a way to try again, or on where trying again would not help. */
export function Trouble({ problem, onRetry }: { problem: unknown; onRetry?: () => unknown }) {
  return (
    <div className={styles.trouble} role="alert">
      <p>{codeOf(problem) === 'wrong-input' ? say('This address leads nowhere.') : sentenceOf(problem)}</p>
      {isNowhere(problem) ? (
        <Link to="/">{say('Go home')}</Link>
      ) : (
        onRetry !== undefined && <Button onClick={() => onRetry()}>{say('Try again')}</Button>
      )}
    </div>
  )
}
