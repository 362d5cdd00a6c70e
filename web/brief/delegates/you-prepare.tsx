// For a delegate, beside their own brief: whose they prepare.
import { Link } from '@tanstack/react-router'
import { sayWith } from '#browser/say'
import styles from './prepared.module.css'
import { useDelegates } from './use-delegates.ts'

export function YouPrepare() {
  const { data } = useDelegates()
  return (data?.theirs ?? []).map(({ person }) => (
    <p key={person.id}>
      {sayWith('You prepare <way>the brief of {name}</way>.', {
        name: person.name,
        way: (words) => (
          <Link to="/brief/for/$personId" params={{ personId: person.id }} className={styles.way}>
            {words}
          </Link>
        ),
      })}
    </p>
  ))
}
