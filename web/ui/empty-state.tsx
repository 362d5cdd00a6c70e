import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

/** One sentence on what will be here, and one action to begin. */
export function EmptyState({ sentence, action }: { sentence: string; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p>{sentence}</p>
      {action}
    </div>
  )
}
