import { say } from '#browser/say'
import styles from './skeleton.module.css'

/** Holds the place of what is on its way. */
export function Skeleton({ lines = 3 }: { lines?: number }) {
  return (
    <div className={styles.skeleton} aria-busy="true">
      <span className={styles.said}>{say('Loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike and never move.
        <span key={line} className={styles.line} aria-hidden="true" />
      ))}
    </div>
  )
}
