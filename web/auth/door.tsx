// How the screens before the door look: the mark, a heading, and one thing to do.
import type { ReactNode } from 'react'
import { DoorMark } from '#ui/door-mark'
import { PageTitle } from '#ui/page-title'
import styles from './door.module.css'

export function Door({ title, under, children }: { title: string; under?: string; children: ReactNode }) {
  return (
    <div className={styles.door}>
      <span className={styles.mark}>
        <DoorMark size={34} />
      </span>
      <header className={styles.top}>
        <PageTitle>{title}</PageTitle>
        {under !== undefined && <p className={styles.under}>{under}</p>}
      </header>
      {children}
    </div>
  )
}
