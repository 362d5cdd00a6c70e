import { Link } from '@tanstack/react-router'
import type { PersonRef } from '#contract/ref'
import styles from './way-list.module.css'

/** People in a row, each the next step from the one before. */
export function WayList({ people }: { people: readonly PersonRef[] }) {
  return (
    <ol className={styles.way}>
      {people.map((person) => (
        <li key={person.id}>
          <Link to="/people/$id" params={{ id: person.id }}>
            {person.name}
          </Link>
        </li>
      ))}
    </ol>
  )
}
