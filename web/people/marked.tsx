// Whom the tree marks, and what one may do from there.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { say } from '#browser/say'
import type { PersonId } from '#contract/ref'
import { Button } from '#ui/button'
import { Trouble } from '#ui/trouble'
import styles from './marked.module.css'
import { personQuery } from './person-query.ts'
import { standingOf } from './standing-of.ts'
import type { TreeAddress } from './tree-address.ts'
import type { TreeActs } from './use-tree.ts'

type MarkedProps = {
  id: PersonId
  address: TreeAddress
  acts: TreeActs
  onLeadTo: (id: PersonId) => void
}

export function Marked({ id, address, acts, onLeadTo }: MarkedProps) {
  const found = useQuery({ ...personQuery(id), placeholderData: (earlier) => earlier })
  const clear = () => acts.show({ ...address, person: undefined })
  if (found.isPending) return <div className={styles.marked} aria-busy="true" />
  if (found.isError) {
    return (
      <div>
        <Trouble problem={found.error} onRetry={found.refetch} />
        <Button kind="quiet" onClick={clear}>
          {say('Clear')}
        </Button>
      </div>
    )
  }
  const person = found.data
  const { manager } = person
  const isInTree = manager !== null || person.reportCount > 0
  return (
    <section className={styles.marked} aria-label={say('Marked in the tree')}>
      <p role="status">
        <b>{person.name}</b>
        <small>
          {standingOf(person)}
          {!isInTree && <> · {say('stands in no reporting tree yet')}</>}
        </small>
      </p>
      <div className={styles.acts}>
        <Link to="/people/$id" params={{ id }}>
          {say('Profile')}
        </Link>
        {manager !== null && (
          <Button onClick={() => onLeadTo(manager.id)}>{say('Up to {name}', { name: manager.name })}</Button>
        )}
        {person.reportCount > 0 && (
          <Button onClick={() => acts.unfoldAllBelow(id)}>{say('Unfold all below')}</Button>
        )}
        {address.from !== id && (
          <Button
            onClick={() =>
              acts.show({ ...address, from: id, to: address.to === id ? undefined : address.to })
            }
          >
            {say('Way from here')}
          </Button>
        )}
        {address.from !== undefined && address.from !== id && address.to !== id && (
          <Button onClick={() => acts.show({ ...address, to: id })}>{say('Way to here')}</Button>
        )}
        <Button kind="quiet" onClick={clear}>
          {say('Clear')}
        </Button>
      </div>
    </section>
  )
}
