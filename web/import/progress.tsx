import type { ReactNode } from 'react'
import styles from './import.module.css'

type ProgressProps = { label: string; value: number; max: number | undefined; children?: ReactNode }

/** How far something has come, as a bar and in words; without a known end the bar only moves. */
export function Progress({ label, value, max, children }: ProgressProps) {
  return (
    <div className={styles.progress}>
      <progress
        aria-label={label}
        {...(max !== undefined && max > 0 && { max, value: Math.min(value, max) })}
      />
      <small>{children}</small>
    </div>
  )
}
