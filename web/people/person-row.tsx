import { Link } from '@tanstack/react-router'
import type { PersonRef } from '#contract/ref'
import { Avatar } from '#ui/avatar'
import styles from './person-row.module.css'
import { standingOf } from './standing-of.ts'

/** A person in a list. */
export function PersonRow({ person }: { person: PersonRef }) {
  return (
    <Link to="/people/$id" params={{ id: person.id }} className={styles.row}>
      <Avatar person={person} />
      <span className={styles.words}>
        <b>{person.name}</b>
        <small>{standingOf(person)}</small>
      </span>
    </Link>
  )
}
