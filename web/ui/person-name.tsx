import { Link } from '@tanstack/react-router'
import { say } from '#browser/say'
import { COLLEAGUE_ID } from '#contract/colleague'
import type { PersonRef } from '#contract/ref'
import { GuestMark } from './guest-mark.tsx'
import styles from './person-name.module.css'

/** How somebody is called on the page: whoever asked without a name is a colleague, in the reader's language. */
export function nameOf({ id, name }: Pick<PersonRef, 'id' | 'name'>): string {
  return id === COLLEAGUE_ID ? say('A colleague') : name
}

/** The name of whoever said something, which leads to their page. */
export function PersonName({ person }: { person: Pick<PersonRef, 'id' | 'name' | 'guestOf'> }) {
  return (
    <>
      <Link to="/people/$id" params={{ id: person.id }} className={styles.name}>
        {nameOf(person)}
      </Link>
      <GuestMark guestOf={person.guestOf} />
    </>
  )
}
