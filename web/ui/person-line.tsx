import type { ReactNode } from 'react'
import type { PersonRef } from '#contract/ref'
import { Avatar } from './avatar.tsx'
import styles from './person-line.module.css'

type PersonLineProps = {
  person: PersonRef
  /** What stands small below the name. */
  note: ReactNode
  /** What can be done about them, at the end of the line. */
  children: ReactNode
}

/** One person in a line: picture, name, a note, and what can be done. */
export function PersonLine({ person, note, children }: PersonLineProps) {
  return (
    <div className={styles.person}>
      <Avatar person={person} />
      <span className={styles.name}>
        <b>{person.name}</b>
        <small>{note}</small>
      </span>
      {children}
    </div>
  )
}
