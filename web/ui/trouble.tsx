import { sentenceOf } from '#browser/problem'
import { Button } from './button.tsx'
import styles from './trouble.module.css'

/** What went wrong while fetching, and a way to try again. */
export function Trouble({ problem, onRetry }: { problem: unknown; onRetry?: () => unknown }) {
  return (
    <div className={styles.trouble} role="alert">
      <p>{sentenceOf(problem)}</p>
      {onRetry !== undefined && <Button onClick={() => onRetry()}>Try again</Button>}
    </div>
  )
}
