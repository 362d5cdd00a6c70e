import { Link } from '@tanstack/react-router'
import { codeOf, isNowhere, sentenceOf } from '#browser/problem'
import { Button } from './button.tsx'
import styles from './trouble.module.css'

/** What went wrong while fetching, and a way to try again, or on where trying again would not help. */
export function Trouble({ problem, onRetry }: { problem: unknown; onRetry?: () => unknown }) {
  return (
    <div className={styles.trouble} role="alert">
      <p>{codeOf(problem) === 'wrong-input' ? 'This address leads nowhere.' : sentenceOf(problem)}</p>
      {isNowhere(problem) ? (
        <Link to="/">Go home</Link>
      ) : (
        onRetry !== undefined && <Button onClick={() => onRetry()}>Try again</Button>
      )}
    </div>
  )
}
