import type { ReactNode } from 'react'
import styles from './spoken.module.css'

/** Words for assistive technology alone, where the eye sees the same from the layout. */
export function Spoken({ children }: { children: ReactNode }) {
  return <span className={styles.spoken}>{children}</span>
}
