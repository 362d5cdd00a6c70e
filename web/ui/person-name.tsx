import { Link } from '@tanstack/react-router'
import type { PersonRef } from '#contract/ref'
import { GuestMark } from './guest-mark.tsx'
import styles from './person-name.module.css'

/** The name of whoever said something, which leads to their page. */
export function PersonName({ person }: { person: Pick<PersonRef, 'id' | 'name' | 'guestOf'> }) {
  return (
    <>
      <Link to="/people/$id" params={{ id: person.id }} className={styles.name}>
        {person.name}
      </Link>
      <GuestMark guestOf={person.guestOf} />
    </>
  )
}
